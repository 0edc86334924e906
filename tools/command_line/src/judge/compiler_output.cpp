// SPDX-License-Identifier: MIT
#include "judge/compiler_output.hpp"

#include <charconv>
#include <sstream>

namespace command_line {
namespace {

// Splits "file:12:5: error: what" where `text` is of this form.
struct diagnostic {
  std::string file;
  int line = 0;
  int column = 0;
  std::string kind;
  std::string message;
};

bool take_number(std::string_view& rest, int& number) {
  const auto [end, fault] =
      std::from_chars(rest.data(), rest.data() + rest.size(), number);
  if (fault != std::errc{} || end == rest.data() + rest.size() || *end != ':') {
    return false;
  }
  rest.remove_prefix(static_cast<std::size_t>(end - rest.data()) + 1);
  return true;
}

std::optional<diagnostic> parse(std::string_view text) {
  diagnostic found;
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  found.file = text.substr(0, colon);
  std::string_view rest = text.substr(colon + 1);
  if (!take_number(rest, found.line)) return std::nullopt;
  take_number(rest, found.column);
  if (!rest.starts_with(' ')) return std::nullopt;
  rest.remove_prefix(1);
  const std::size_t kind = rest.find(": ");
  if (kind != std::string_view::npos) {
    found.kind = rest.substr(0, kind);
    found.message = rest.substr(kind + 2);
  }
  found.message = found.message.empty() ? std::string{rest} : found.message;
  return found;
}

bool is_error(const diagnostic& each) {
  return each.kind == "error" || each.kind == "fatal error";
}

std::vector<std::string> lines_of(std::string_view output) {
  std::vector<std::string> lines;
  std::istringstream text{std::string{output}};
  for (std::string each; std::getline(text, each);) lines.push_back(each);
  return lines;
}

// The compiler's excerpts: " 12 |  code" and "    |  ^".
bool is_source(const std::string& text) {
  const std::size_t bar = text.find(" | ");
  return bar != std::string::npos &&
         text.find_first_not_of(" 0123456789") == bar + 1;
}

build_error at(const std::vector<std::string>& lines, std::size_t index,
               const diagnostic& found, std::string_view answer) {
  build_error error{found.file,    found.line, found.column,
                    found.message, {},         {}};
  std::size_t next = index + 1;
  for (; next < lines.size() && is_source(lines[next]); ++next) {
    if (error.source.size() < 3) error.source.push_back(lines[next]);
  }
  if (found.file.ends_with(answer)) return error;
  // What was included or instantiated from where stands before the error with
  // g++, and in notes after it with clang.
  const std::string place = std::string{answer} + ":";
  for (std::size_t k = 0; k < lines.size() && error.from.empty(); ++k) {
    if (k > index) {
      const std::optional<diagnostic> other = parse(lines[k]);
      if (other && is_error(*other)) break;
    }
    const std::size_t where = lines[k].find(place);
    if (where == std::string::npos) continue;
    const std::size_t number = where + place.size();
    error.from = lines[k].substr(
        where, lines[k].find_first_not_of("0123456789", number) - where);
    if (error.from.size() == place.size()) error.from.clear();
  }
  return error;
}

}  // namespace

build_error first_error(std::string_view output, std::string_view answer) {
  const std::vector<std::string> lines = lines_of(output);
  for (std::size_t k = 0; k < lines.size(); ++k) {
    const std::optional<diagnostic> found = parse(lines[k]);
    if (found && is_error(*found)) return at(lines, k, *found, answer);
  }
  for (const std::string& each : lines) {
    const std::size_t missing = each.find("undefined reference to ");
    if (missing != std::string::npos) {
      return {.message = each.substr(missing)};
    }
  }
  for (std::size_t k = 0; k < lines.size(); ++k) {
    // Of CMake, or of Ninja.
    const std::size_t error = lines[k].find("rror: ");
    if (error == std::string::npos && !lines[k].starts_with("CMake Error")) {
      continue;
    }
    build_error found{.message = lines[k]};
    for (std::size_t more = k + 1;
         more < lines.size() && found.source.size() < 4; ++more) {
      found.source.push_back(lines[more]);
    }
    return found;
  }
  return {.message = lines.empty() ? "The build failed and said nothing."
                                   : lines.back()};
}

}  // namespace command_line
