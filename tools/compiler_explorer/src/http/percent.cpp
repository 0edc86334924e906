// SPDX-License-Identifier: MIT
#include "http/percent.hpp"

#include <charconv>
#include <cstddef>
#include <system_error>

namespace compiler_explorer::http {

std::string percent_encode(std::string_view text, std::string_view keep) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view unreserved =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  std::string encoded;
  for (const char each : text) {
    const auto byte = static_cast<unsigned char>(each);
    if (unreserved.find(each) != std::string_view::npos ||
        keep.find(each) != std::string_view::npos) {
      encoded += each;
    } else {
      encoded += '%';
      encoded += digits[byte >> 4U];
      encoded += digits[byte & 15U];
    }
  }
  return encoded;
}

std::string percent_decode(std::string_view text) {
  std::string decoded;
  for (std::size_t index = 0; index < text.size(); ++index) {
    unsigned byte = 0;
    if (text[index] == '%' && index + 2 < text.size()) {
      const char* const digits = text.data() + index + 1;
      const auto [end, fault] = std::from_chars(digits, digits + 2, byte, 16);
      if (fault == std::errc{} && end == digits + 2) {
        decoded += static_cast<char>(byte);
        index += 2;
        continue;
      }
    }
    decoded += text[index];
  }
  return decoded;
}

}  // namespace compiler_explorer::http
