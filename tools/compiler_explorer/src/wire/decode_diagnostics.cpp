// SPDX-License-Identifier: MIT
#include "wire/decode_diagnostics.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "compiler_explorer/text.hpp"

namespace compiler_explorer::wire {
namespace {

constexpr std::array<std::pair<std::string_view, severity>, 4> levels{{
    {"fatal error: ", severity::error},
    {"error: ", severity::error},
    {"warning: ", severity::warning},
    {"note: ", severity::note},
}};

// Servers put the files into a folder of their own, and call the source
// <source> in texts, example.<extension> elsewhere.
std::string own_name(std::string path) {
  for (const std::string_view folder : {"/app/", "./"}) {
    if (path.starts_with(folder)) path.erase(0, folder.size());
  }
  // Others name it afresh each time: /app-6720-187hy9c.lndm/example.cpp, or
  // compiler-explorer-compiler2024… in the folder for temporary files.
  for (const std::string_view begin :
       {"/app-", "/compiler-explorer-compiler"}) {
    const auto found = path.find(begin);
    if (found == std::string::npos) continue;
    const auto end = path.find('/', found + 1);
    if (end != std::string::npos) path.erase(0, end + 1);
  }
  if (path == "<source>" ||
      (path.starts_with("example.") && path.find('/') == std::string::npos)) {
    path.clear();
  }
  return path;
}

// Takes ":NUMBER" off the end.
std::optional<int> take_number(std::string_view& text) {
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const char* const end = text.data() + text.size();
  int number = 0;
  const auto [stop, fault] =
      std::from_chars(text.data() + colon + 1, end, number);
  if (fault != std::errc{} || stop != end || number < 0) return std::nullopt;
  text = text.substr(0, colon);
  return number;
}

// "PATH:LINE[:COLUMN]".
std::optional<diagnostic> read_place(std::string_view text) {
  const std::optional<int> last = take_number(text);
  if (!last) return std::nullopt;
  const std::optional<int> before = take_number(text);
  if (text.empty() || text.find("//") != std::string_view::npos) {
    return std::nullopt;
  }
  diagnostic result;
  result.file = own_name(std::string{text});
  result.line = before.value_or(*last);
  result.column = before ? *last : 0;
  return result;
}

std::optional<diagnostic> read_line(const std::string& line) {
  for (const auto& [word, level] : levels) {
    const auto found = line.find(": " + std::string{word});
    if (found == std::string::npos) continue;
    const std::string_view before = std::string_view{line}.substr(0, found);
    auto result = read_place(before);
    // "g++: error: …" and "collect2: error: …" name no place.
    const bool of_a_program = before.find(' ') == std::string_view::npos;
    if (!result && level == severity::error && of_a_program) {
      result = diagnostic{};
    }
    if (!result) continue;
    result->level = level;
    result->message = line.substr(found + 2 + word.size());
    return result;
  }
  return std::nullopt;
}

diagnostic read_tag(const json& tag) {
  diagnostic result;
  result.file = own_name(text_in(tag, "file"));
  result.line = std::max(number_in(tag, "line", 0), 0);
  result.column = std::max(number_in(tag, "column", 0), 0);
  const int level = number_in(tag, "severity", 3);
  result.level =
      level == 1 || level == 2 ? static_cast<severity>(level) : severity::error;
  result.message = strip_escapes(text_in(tag, "text"));
  for (const auto& [word, ignored] : levels) {
    if (result.message.starts_with(word)) {
      result.message.erase(0, word.size());
      break;
    }
  }
  return result;
}

}  // namespace

void decode_diagnostics(const json& lines, std::vector<diagnostic>& into) {
  for (const json& each : lines) {
    const json& tag = object_in(each, "tag");
    if (!tag.empty()) {
      into.push_back(read_tag(tag));
    } else if (auto found = read_line(strip_escapes(text_in(each, "text")))) {
      into.push_back(std::move(*found));
    }
  }
}

}  // namespace compiler_explorer::wire
