// SPDX-License-Identifier: MIT
#include "links/base64.hpp"

#include <cstdint>

namespace compiler_explorer::links {
namespace {

constexpr std::string_view digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::optional<std::uint32_t> value_of(char digit) {
  if (digit == '+') digit = '-';
  if (digit == '/') digit = '_';
  const auto value = digits.find(digit);
  if (value == std::string_view::npos) return std::nullopt;
  return static_cast<std::uint32_t>(value);
}

}  // namespace

std::string base64_encode(std::string_view bytes) {
  std::string text;
  std::uint32_t pool = 0;
  unsigned bits = 0;
  for (const char each : bytes) {
    pool = (pool << 8U) | static_cast<unsigned char>(each);
    for (bits += 8; bits >= 6; bits -= 6) {
      text += digits[(pool >> (bits - 6)) & 63U];
    }
  }
  if (bits > 0) text += digits[(pool << (6 - bits)) & 63U];
  return text;
}

std::optional<std::string> base64_decode(std::string_view text) {
  while (text.ends_with('=')) text.remove_suffix(1);
  if (text.size() % 4 == 1) return std::nullopt;
  std::string bytes;
  std::uint32_t pool = 0;
  unsigned bits = 0;
  for (const char each : text) {
    const auto value = value_of(each);
    if (!value) return std::nullopt;
    pool = (pool << 6U) | *value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes += static_cast<char>((pool >> bits) & 255U);
    }
  }
  return bytes;
}

}  // namespace compiler_explorer::links
