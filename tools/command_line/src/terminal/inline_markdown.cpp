// SPDX-License-Identifier: MIT
#include <cctype>
#include <string>

#include "terminal/markdown.hpp"

namespace command_line {
namespace {

// Reads one paragraph from left to right.
class reader {
 public:
  explicit reader(std::string_view text) : rest_{text} {}

  line read() {
    while (!rest_.empty()) {
      if (!code() && !role() && !link() && !emphasis("**", look::bold) &&
          !emphasis("*", look::bold) && !escaped()) {
        take(1);
      }
    }
    flush();
    return std::move(line_);
  }

 private:
  void take(std::size_t bytes) {
    pending_ += rest_.substr(0, bytes);
    rest_.remove_prefix(bytes);
  }

  void flush() {
    if (!pending_.empty()) line_.push_back({pending_, look::plain});
    pending_.clear();
  }

  void push(std::string_view text, look as, std::size_t bytes) {
    flush();
    line_.push_back({std::string{text}, as});
    rest_.remove_prefix(bytes);
  }

  bool code() {
    if (rest_.front() != '`') return false;
    const std::size_t ticks =
        std::min(rest_.find_first_not_of('`'), rest_.size());
    const std::string_view fence = rest_.substr(0, ticks);
    const std::size_t end = rest_.find(fence, ticks);
    if (end == std::string_view::npos) return false;
    push(rest_.substr(ticks, end - ticks), look::code, end + ticks);
    return true;
  }

  // {std}`mutex` shows mutex; a citation shows nothing.
  bool role() {
    const std::size_t close = rest_.find("}`");
    if (rest_.front() != '{' || close == std::string_view::npos) return false;
    const std::string_view name = rest_.substr(1, close - 1);
    const std::size_t end = rest_.find('`', close + 2);
    if (name.find_first_of(" {}`") != std::string_view::npos ||
        end == std::string_view::npos) {
      return false;
    }
    std::string_view text = rest_.substr(close + 2, end - close - 2);
    if (name.starts_with("cite")) text = "";
    text = text.substr(0, text.rfind(" <"));
    push(text, name == "std" ? look::code : look::plain, end + 1);
    return true;
  }

  bool link() {
    const std::size_t middle = rest_.find("](");
    if (rest_.front() != '[' || middle == std::string_view::npos) return false;
    const std::size_t end = rest_.find(')', middle);
    if (end == std::string_view::npos) return false;
    const line inside = inline_markdown(rest_.substr(1, middle - 1));
    flush();
    line_.insert(line_.end(), inside.begin(), inside.end());
    rest_.remove_prefix(end + 1);
    return true;
  }

  bool emphasis(std::string_view mark, look as) {
    if (!rest_.starts_with(mark)) return false;
    const std::size_t end = rest_.find(mark, mark.size());
    const std::string_view inside =
        rest_.substr(mark.size(), end - mark.size());
    if (end == std::string_view::npos || inside.empty() ||
        inside.front() == ' ' || inside.back() == ' ') {
      return false;
    }
    push(inside, as, end + mark.size());
    return true;
  }

  bool escaped() {
    if (rest_.front() != '\\' || rest_.size() < 2 ||
        std::ispunct(static_cast<unsigned char>(rest_[1])) == 0) {
      return false;
    }
    rest_.remove_prefix(1);
    take(1);
    return true;
  }

  std::string_view rest_;
  std::string pending_;
  line line_;
};

}  // namespace

line inline_markdown(std::string_view text) { return reader{text}.read(); }

}  // namespace command_line
