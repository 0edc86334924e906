// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace interleave::engine {

/// Writes JSON, member by member.
class JsonWriter {
 public:
  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  JsonWriter& key(std::string_view name) {
    separate();
    quote(name);
    text_ += ':';
    fresh_ = true;
    return *this;
  }
  void value(std::string_view text) {
    separate();
    quote(text);
  }
  void value(const char* text) { value(std::string_view{text}); }
  void value(const std::string& text) { value(std::string_view{text}); }
  void value(bool flag) {
    separate();
    text_ += flag ? "true" : "false";
  }
  void value(std::uint64_t number) {
    separate();
    text_ += std::to_string(number);
  }
  void null() {
    separate();
    text_ += "null";
  }
  template <typename T>
  void member(std::string_view name, const T& what) {
    key(name).value(what);
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void open(char bracket) {
    separate();
    text_ += bracket;
    fresh_ = true;
  }
  void close(char bracket) {
    text_ += bracket;
    fresh_ = false;
  }
  void separate() {
    if (!fresh_) {
      text_ += ',';
    }
    fresh_ = false;
  }
  void quote(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    text_ += '"';
    for (const char c : text) {
      const auto code = static_cast<unsigned char>(c);
      if (c == '"' || c == '\\') {
        text_ += '\\';
        text_ += c;
      } else if (c == '\n') {
        text_ += "\\n";
      } else if (code < 0x20) {
        text_ += "\\u00";
        text_ += digits[code >> 4];
        text_ += digits[code & 15];
      } else {
        text_ += c;
      }
    }
    text_ += '"';
  }

  std::string text_;
  bool fresh_ = true;
};

}  // namespace interleave::engine
