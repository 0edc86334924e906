// SPDX-License-Identifier: MIT
#include "api/build_errors.hpp"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <string>

#include "api/lines.hpp"

namespace live_pages {
namespace {

using nlohmann::json;

constexpr std::size_t most = 20;
constexpr std::size_t excerpt = 3;  // Lines: the code, the mark, what to write.
constexpr int note = 1;
constexpr int error = 3;

// " 12 |  code" and "    |  ^".
bool is_excerpt(std::string_view text) {
  const std::size_t bar = text.find(" | ");
  return bar != std::string_view::npos &&
         text.find_first_not_of(" 0123456789") == bar + 1;
}

// "In file included from a.hpp:3,", and the lines that go on from it.
bool is_include(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return text.starts_with("In file included from ") ||
         text.starts_with("from ");
}

// The line in "…/answer.hpp:12:5: …"; 0 if it names none.
int line_of(std::string_view text, std::string_view answer) {
  const std::size_t at = text.find(answer);
  if (at == std::string_view::npos) return 0;
  std::string_view rest = text.substr(at + answer.size());
  int line = 0;
  if (rest.starts_with(':')) {
    rest.remove_prefix(1);
    std::from_chars(rest.data(), rest.data() + rest.size(), line);
  }
  return line;
}

class reader {
 public:
  explicit reader(std::string_view answer) : answer_{answer} {}

  void take(const json& line) {
    const std::string& text = line.at("text").get_ref<const std::string&>();
    if (line.contains("tag")) {
      take_tag(line.at("tag"), text);
    } else if (!is_excerpt(text)) {
      // What was included, or instantiated, from where stands before an error.
      int& led = is_include(text) ? included_here_ : led_here_;
      if (led == 0) led = line_of(text, answer_);
      own_excerpt_ = false;
    } else if (own_excerpt_) {
      json& source = errors_.back().at("source");
      if (source.size() < excerpt) source.push_back(text);
    }
  }

  [[nodiscard]] json errors() && { return std::move(errors_); }

 private:
  void take_tag(const json& tag, std::string_view text) {
    own_excerpt_ = false;
    if (tag.at("severity") == error) {
      own_excerpt_ = errors_.size() < most;
      if (own_excerpt_) add(tag);
    } else if (tag.at("severity") == note && !errors_.empty() && guessed_) {
      // With clang it stands in notes, after the error.
      if (const int led = line_of(text, answer_); led != 0) {
        errors_.back().at("line") = led;
        guessed_ = false;
      }
    }
    led_here_ = included_here_ = 0;
  }

  void add(const json& tag) {
    const std::string& file = tag.at("file").get_ref<const std::string&>();
    const bool own = file.ends_with(answer_);
    // Where it was included is better than nothing.
    const int led = led_here_ == 0 ? included_here_ : led_here_;
    guessed_ = !own && led_here_ == 0;
    errors_.push_back({{"line", own ? tag.at("line") : json(led)},
                       {"column", own ? tag.at("column") : json(1)},
                       {"file", own ? "" : file},
                       {"there", tag.at("line")},
                       {"message", tag.at("text")},
                       {"source", json::array()}});
  }

  std::string answer_;
  json errors_ = json::array();
  int led_here_ = 0;
  int included_here_ = 0;
  bool guessed_ = false;  // The line of the last error.
  bool own_excerpt_ = false;
};

}  // namespace

json build_errors(std::string_view output, std::string_view answer) {
  reader all{'/' + std::string{answer}};
  for (const json& line : to_diagnostics(output)) all.take(line);
  return std::move(all).errors();
}

}  // namespace live_pages
