// SPDX-License-Identifier: MIT
#include "terminal/width.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace command_line {
namespace {

struct character {
  char32_t code = 0;
  std::size_t bytes = 1;
};

// A byte that is no UTF-8 counts as a character of its own.
character first(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t bytes = lead < 0xC2   ? 1
                            : lead < 0xE0 ? 2
                            : lead < 0xF0 ? 3
                            : lead < 0xF5 ? 4
                                          : 1;
  if (bytes == 1 || bytes > text.size()) return {lead, 1};
  char32_t code = lead & (0xFFU >> (bytes + 1));
  for (std::size_t k = 1; k < bytes; ++k) {
    const auto next = static_cast<unsigned char>(text[k]);
    if ((next & 0xC0U) != 0x80U) return {lead, 1};
    code = (code << 6U) | (next & 0x3FU);
  }
  return {code, bytes};
}

using range = std::pair<char32_t, char32_t>;

constexpr std::array narrowless = {
    range{0x0, 0x1F},      range{0x7F, 0x9F},     range{0x300, 0x36F},
    range{0x200B, 0x200F}, range{0x20D0, 0x20FF}, range{0xFE00, 0xFE0F}};
constexpr std::array wide = {range{0x1100, 0x115F},  range{0x2E80, 0xA4CF},
                             range{0xAC00, 0xD7A3},  range{0xF900, 0xFAFF},
                             range{0xFE30, 0xFE6F},  range{0xFF00, 0xFF60},
                             range{0x1F300, 0x1FAFF}};

std::size_t columns_of(char32_t code) {
  const auto holds = [code](range each) {
    return each.first <= code && code <= each.second;
  };
  if (std::ranges::any_of(narrowless, holds)) return 0;
  return std::ranges::any_of(wide, holds) ? 2 : 1;
}

}  // namespace

std::size_t columns(std::string_view text) {
  std::size_t sum = 0;
  while (!text.empty()) {
    const character next = first(text);
    sum += columns_of(next.code);
    text.remove_prefix(next.bytes);
  }
  return sum;
}

std::size_t bytes_within(std::string_view text, std::size_t width) {
  std::size_t bytes = 0;
  for (std::size_t sum = 0; bytes < text.size();) {
    const character next = first(text.substr(bytes));
    sum += columns_of(next.code);
    if (sum > width) break;
    bytes += next.bytes;
  }
  return bytes;
}

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t wide = columns(text);
  return std::string{text} + std::string(width > wide ? width - wide : 0, ' ');
}

}  // namespace command_line
