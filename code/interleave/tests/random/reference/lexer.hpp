// SPDX-License-Identifier: MIT
#pragma once

#include <cctype>
#include <string>
#include <string_view>

#include "notation.hpp"

namespace reference {

/// A cursor over the text that knows words, numbers and punctuation.
class lexer {
 public:
  explicit lexer(std::string_view text) : text_{text} {}

  bool at_end() {
    skip_blanks();
    return place_ == text_.size();
  }

  bool sees(std::string_view token) {
    skip_blanks();
    return text_.substr(place_, token.size()) == token;
  }

  bool accept(std::string_view token) {
    const bool seen = sees(token);
    place_ += seen ? token.size() : 0;
    return seen;
  }

  void expect(std::string_view token) {
    if (!accept(token)) {
      fail(std::string{"'"}.append(token).append("'"));
    }
  }

  bool sees_word() {
    skip_blanks();
    return place_ < text_.size() && (is_alpha(text_[place_]));
  }

  std::string word() {
    if (!sees_word()) {
      fail("a name");
    }
    const std::size_t begin = place_;
    while (place_ < text_.size() &&
           (is_alpha(text_[place_]) || is_digit(text_[place_]))) {
      ++place_;
    }
    return std::string{text_.substr(begin, place_ - begin)};
  }

  int number() {
    const bool negative = accept("-");
    skip_blanks();
    if (place_ == text_.size() || !is_digit(text_[place_])) {
      fail("a number");
    }
    int value = 0;
    while (place_ < text_.size() && is_digit(text_[place_])) {
      value = value * 10 + (text_[place_++] - '0');
    }
    return negative ? -value : value;
  }

  [[noreturn]] void fail(const std::string& wanted) const {
    std::string message{"expected "};
    message.append(wanted).append(" at column ");
    message.append(std::to_string(place_ + 1)).append(" of ").append(text_);
    throw notation_error{message};
  }

 private:
  static bool is_alpha(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_';
  }
  static bool is_digit(char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
  }
  void skip_blanks() {
    while (place_ < text_.size() && text_[place_] == ' ') {
      ++place_;
    }
  }

  std::string_view text_;
  std::size_t place_ = 0;
};

}  // namespace reference
