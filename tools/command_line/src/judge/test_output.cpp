// SPDX-License-Identifier: MIT
#include "judge/test_output.hpp"

#include <charconv>
#include <sstream>

namespace command_line {
namespace {

constexpr std::string_view run = "[ RUN      ] ";
constexpr std::string_view ok = "[       OK ] ";
constexpr std::string_view failed = "[  FAILED  ] ";
constexpr std::string_view skipped = "[  SKIPPED ] ";

// "Suite.Test (3 ms)" and "Suite.Test, where TypeParam = …".
std::string name_in(std::string_view text) {
  const std::size_t end = std::min(text.find(" ("), text.find(", where "));
  return std::string{text.substr(0, end)};
}

// "file:12: Failure"
bool read_place(std::string_view text, failed_test& test) {
  if (!text.ends_with(": Failure")) return false;
  text.remove_suffix(std::string_view{": Failure"}.size());
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return false;
  test.file = text.substr(0, colon);
  const std::string_view number = text.substr(colon + 1);
  std::from_chars(number.data(), number.data() + number.size(), test.line);
  return true;
}

void strip(std::string& text) {
  while (text.ends_with('\n')) text.pop_back();
  // What ADD_FAILURE says of itself.
  if (text.starts_with("Failed\n")) text.erase(0, 7);
}

// The output, line by line. Of a test that fails several times the first
// failure counts.
class reader {
 public:
  void read(const std::string& text) {
    if (const std::size_t at = text.find(run); at != std::string::npos) {
      begin(text.substr(at + run.size()));
    } else if (result_.running.empty()) {
      return;
    } else if (ends(text, ok)) {
      ++result_.passed;
      end();
    } else if (ends(text, skipped)) {
      result_.skipped.push_back(result_.running);
      end();
    } else if (ends(text, failed)) {
      test_.name = result_.running;
      if (test_.message.empty()) test_.message = result_.said;
      strip(test_.message);
      result_.failed.push_back(test_);
      end();
    } else {
      inside(text);
    }
  }

  test_output finish() {
    strip(result_.said);
    return std::move(result_);
  }

 private:
  void begin(const std::string& name) {
    result_.running = name_in(name);
    result_.said.clear();
    test_ = {};
    failures_ = 0;
  }

  [[nodiscard]] bool ends(const std::string& text, std::string_view how) const {
    const std::size_t at = text.find(how);
    return at != std::string::npos &&
           name_in(text.substr(at + how.size())) == result_.running;
  }

  void end() { result_.running.clear(); }

  void inside(const std::string& text) {
    failed_test place;
    if (read_place(text, place)) {
      if (++failures_ == 1) test_ = place;
      return;
    }
    (failures_ == 1 ? test_.message : result_.said) += text + '\n';
  }

  test_output result_;
  failed_test test_;
  int failures_ = 0;
};

}  // namespace

test_output read_test_output(std::string_view output) {
  reader reader;
  std::istringstream text{std::string{output}};
  for (std::string each; std::getline(text, each);) reader.read(each);
  return reader.finish();
}

}  // namespace command_line
