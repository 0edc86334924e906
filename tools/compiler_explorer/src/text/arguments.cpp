// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "compiler_explorer/text.hpp"

namespace compiler_explorer {
namespace {

constexpr std::string_view needs_no_quotes =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    "-_=+,./:@%";

std::string in_quotes(std::string_view word) {
  if (!word.empty() &&
      word.find_first_not_of(needs_no_quotes) == std::string_view::npos) {
    return std::string{word};
  }
  std::string text = "'";
  for (const char each : word) {
    if (each == '\'') {
      text += "'\\''";
    } else {
      text += each;
    }
  }
  return text + '\'';
}

// Splits as it goes: what it is in the middle of, and what it has so far.
struct splitter {
  std::string_view text;
  std::size_t index = 0;
  std::string word{};
  bool within_word = false;

  void single_quotes() {
    const std::size_t end = std::min(text.find('\'', index), text.size());
    word += text.substr(index, end - index);
    index = end + 1;
  }

  void double_quotes() {
    for (; index < text.size() && text[index] != '"'; ++index) {
      if (text[index] == '\\' && index + 1 < text.size() &&
          std::string_view{"\"\\$`"}.find(text[index + 1]) !=
              std::string_view::npos) {
        ++index;
      }
      word += text[index];
    }
    ++index;
  }

  void backslash() {
    if (index < text.size() && text[index] != '\n') word += text[index];
    ++index;
  }
};

}  // namespace

std::string join_arguments(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += in_quotes(word);
  }
  return text;
}

std::vector<std::string> split_arguments(std::string_view text) {
  std::vector<std::string> words;
  splitter state{text};
  while (state.index < text.size()) {
    const char next = text[state.index++];
    if (next == ' ' || next == '\t' || next == '\n' || next == '\r') {
      if (state.within_word) words.push_back(state.word);
      state.word.clear();
      state.within_word = false;
      continue;
    }
    state.within_word = true;
    if (next == '\'') {
      state.single_quotes();
    } else if (next == '"') {
      state.double_quotes();
    } else if (next == '\\') {
      state.backslash();
    } else {
      state.word += next;
    }
  }
  if (state.within_word) words.push_back(state.word);
  return words;
}

}  // namespace compiler_explorer
