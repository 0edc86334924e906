// SPDX-License-Identifier: MIT
#include "copy/single_header.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

#include "copy/directives.hpp"

namespace single_header {
namespace {

// FNV-1a.
std::uint32_t hash(std::string_view text) {
  std::uint32_t sum = 2166136261U;
  for (const char each : text) {
    sum = (sum ^ static_cast<unsigned char>(each)) * 16777619U;
  }
  return sum;
}

std::string hexadecimal(std::uint32_t number) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "0x%08X", number);
  return text.data();
}

// locksmith/detail/futex.hpp has LOCKSMITH_FOLDED_DETAIL_FUTEX.
std::string guard(std::string_view header) {
  header.remove_prefix(std::string_view{"locksmith/"}.size());
  std::string name = "LOCKSMITH_FOLDED_";
  for (const char each : header.substr(0, header.rfind('.'))) {
    const auto byte = static_cast<unsigned char>(each);
    name +=
        std::isalnum(byte) != 0 ? static_cast<char>(std::toupper(byte)) : '_';
  }
  return name;
}

class folder {
 public:
  explicit folder(const library& from) : from_{from} {}

  std::string fold(const std::string& header) {
    hoist(header);
    std::string text = "// SPDX-License-Identifier: MIT\n//\n// " + header +
                       " of Locksmith " + from_.version +
                       ", one file that stands alone.\n";
    text += folded_.size() > 1 ? "// It holds:" : "";
    for (const std::string& each : folded_) {
      if (folded_.size() > 1) text.append(" ").append(each, 10);
    }
    text += folded_.size() > 1 ? "\n" : "";
    text +=
        "// Made by `tools/locksmith copy`; change the original instead.\n"
        "#pragma once\n\n";
    for (const std::string& each : standard_) text.append(each).append("\n");
    return text + body_;
  }

 private:
  // Puts into the body whatever `header` includes, and then itself.
  void hoist(const std::string& header) {
    if (folded_once(header)) return;
    const std::string original = read(header);
    const std::vector<source_line> lines = read_lines(original);
    open_.push_back(header);
    for (const source_line& each : lines) {
      if (each.under_condition) continue;
      if (each.does == source_line::kind::own_include) hoist(each.name);
      if (each.does == source_line::kind::standard_include) {
        standard_.insert(each.name);
      }
    }
    const std::string text = body_of(lines, true);
    open_.pop_back();
    folded_.push_back(header);
    body_ += guarded(header, original, text);
  }

  // A header in the place of its inclusion.
  std::string in_place(const std::string& header) {
    if (folded_once(header)) return "";
    const std::string original = read(header);
    open_.push_back(header);
    const std::string text =
        guarded(header, original, body_of(read_lines(original), false));
    open_.pop_back();
    return text;
  }

  [[nodiscard]] bool folded_once(const std::string& header) const {
    if (std::ranges::find(open_, header) != open_.end()) {
      throw std::runtime_error{header + " includes itself."};
    }
    return std::ranges::find(folded_, header) != folded_.end();
  }

  // @param hoisted Includes under no condition stand further up already.
  std::string body_of(const std::vector<source_line>& lines, bool hoisted) {
    std::string text;
    for (const source_line& each : lines) {
      const bool there = hoisted && !each.under_condition;
      switch (each.does) {
        case source_line::kind::text:
          text += each.text + '\n';
          break;
        case source_line::kind::standard_include:
          if (!there) text += each.text + '\n';
          break;
        case source_line::kind::own_include:
          if (!there) text += in_place(each.name);
          break;
        case source_line::kind::left_out:
          break;
      }
    }
    return text;
  }

  // The guard's number is of the original, since what is folded in where may
  // differ between the files in which this header is.
  static std::string guarded(const std::string& header,
                             const std::string& original, std::string text) {
    // No more than one empty line, where includes were.
    for (std::size_t at = 0; (at = text.find("\n\n\n")) != std::string::npos;) {
      text.erase(at, 1);
    }
    while (text.starts_with('\n')) text.erase(0, 1);
    const std::string name = guard(header);
    const std::string number = hexadecimal(hash(original));
    return "\n#ifndef " + name + "\n#define " + name + " " + number + "\n\n" +
           text + "\n#elif " + name + " != " + number +
           "\n#error \"two versions of " + header +
           ": copy these headers anew, together\"\n#endif  // " + name + "\n";
  }

  [[nodiscard]] std::string read(const std::string& header) const {
    for (const std::filesystem::path& root : from_.roots) {
      const std::ifstream file{root / header, std::ios::binary};
      if (!file) continue;
      std::ostringstream text;
      text << file.rdbuf();
      return text.str();
    }
    throw std::runtime_error{header + " is nowhere to be found."};
  }

  const library& from_;
  std::vector<std::string> folded_;  // In the body, each behind what it needs.
  std::vector<std::string> open_;
  std::set<std::string> standard_;
  std::string body_;
};

}  // namespace

std::string fold(const library& from, std::string_view header) {
  return folder{from}.fold(std::string{header});
}

}  // namespace single_header
