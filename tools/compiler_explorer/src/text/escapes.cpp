// SPDX-License-Identifier: MIT
#include <cstddef>
#include <string>
#include <string_view>

#include "compiler_explorer/text.hpp"

namespace compiler_explorer {
namespace {

constexpr char escape = '\x1b';

bool between(char value, char first, char last) {
  return value >= first && value <= last;
}

// The index after the escape sequence that begins here (ECMA-48).
std::size_t after_sequence(std::string_view text, std::size_t index) {
  const std::size_t end = text.size();
  if (++index == end) return end;
  const char kind = text[index++];
  if (kind == '[') {  // a control sequence, up to its final byte
    while (index < end && between(text[index], ' ', '?')) ++index;
    return index < end && between(text[index], '@', '~') ? index + 1 : index;
  }
  if (kind == ']' || kind == 'P' || kind == '^' || kind == '_') {
    // a string, up to BEL or ESC \.
    for (; index < end; ++index) {
      if (text[index] == '\a') return index + 1;
      if (text[index] == escape) {
        return index + 1 < end && text[index + 1] == '\\' ? index + 2 : index;
      }
    }
    return end;
  }
  if (!between(kind, ' ', '/'))
    return between(kind, '0', '~') ? index : index - 1;
  while (index < end && between(text[index], ' ', '/')) ++index;
  return index < end ? index + 1 : end;
}

}  // namespace

std::string strip_escapes(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t index = 0; index < text.size();) {
    if (text[index] == escape) {
      index = after_sequence(text, index);
    } else {
      plain += text[index++];
    }
  }
  return plain;
}

std::string printable(std::string_view text) {
  constexpr std::string_view replacement = "\xef\xbf\xbd";
  std::string safe;
  const std::string plain = strip_escapes(text);
  for (std::size_t index = 0; index < plain.size(); ++index) {
    const auto byte = static_cast<unsigned char>(plain[index]);
    const bool more_follows = index + 1 < plain.size();
    if ((byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7f) {
      safe += replacement;
    } else if (byte == 0xc2 && more_follows &&
               static_cast<unsigned char>(plain[index + 1]) < 0xa0) {
      safe += replacement;  // U+0080 to U+009F: some terminals obey them
      ++index;
    } else {
      safe += plain[index];
    }
  }
  return safe;
}

}  // namespace compiler_explorer
