// SPDX-License-Identifier: MIT
#include <charconv>
#include <cstddef>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "compiler_explorer/error.hpp"
#include "links/rison.hpp"

namespace compiler_explorer::links {
namespace {

using wire::json;

class reader {
 public:
  explicit reader(std::string_view text) : text_{text} {}

  json members(char end) {
    json object = json::object();
    deeper();
    while (next() != end) {
      if (!object.empty()) expect(',');
      const json key = value();
      expect(':');
      object[key.is_string() ? key.get<std::string>() : key.dump()] = value();
    }
    --depth_;
    return object;
  }

  void expect_end() const {
    if (at_ != text_.size()) fail();
  }

 private:
  [[noreturn]] static void fail() {
    throw error{error_kind::bad_link,
                "What follows the # of the link cannot be read."};
  }

  void deeper() {
    constexpr int deepest = 64;
    if (++depth_ > deepest) fail();
  }

  // The end of the text counts as a character 0.
  [[nodiscard]] char next() const {
    return at_ < text_.size() ? text_[at_] : '\0';
  }

  void expect(char wanted) {
    if (next() != wanted) fail();
    ++at_;
  }

  json value() {
    switch (next()) {
      case '(': {
        ++at_;
        json object = members(')');
        expect(')');
        return object;
      }
      case '!':
        ++at_;
        return after_mark();
      case '\'':
        ++at_;
        return quoted();
      default:
        return bare();
    }
  }

  json after_mark() {
    const char kind = next();
    if (at_ < text_.size()) ++at_;
    if (kind == 't' || kind == 'f') return kind == 't';
    if (kind == 'n') return nullptr;
    if (kind != '(') fail();
    json array = json::array();
    deeper();
    while (next() != ')') {
      if (!array.empty()) expect(',');
      array.push_back(value());
    }
    --depth_;
    expect(')');
    return array;
  }

  json quoted() {
    std::string result;
    while (next() != '\'') {
      if (next() == '!') ++at_;
      if (at_ >= text_.size()) fail();
      result += text_[at_++];
    }
    ++at_;
    return result;
  }

  json bare() {
    const auto found = text_.find_first_of(" '!:(),*@$", at_);
    const auto end = found == std::string_view::npos ? text_.size() : found;
    const std::string_view word = text_.substr(at_, end - at_);
    if (word.empty()) fail();
    at_ = end;
    int number = 0;
    const char* const begin = word.data();
    const char* const word_end = begin + word.size();
    const auto [stop, fault] = std::from_chars(begin, word_end, number);
    if (fault == std::errc{} && stop == word_end) return number;
    return std::string{word};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

json from_rison(std::string_view text) {
  reader reader{text};
  json object = reader.members('\0');
  reader.expect_end();
  return object;
}

}  // namespace compiler_explorer::links
