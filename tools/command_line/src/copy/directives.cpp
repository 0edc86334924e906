// SPDX-License-Identifier: MIT
#include "copy/directives.hpp"

#include <cctype>
#include <sstream>

namespace single_header {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

// `include` of "#  include <x>", and its argument.
struct directive {
  std::string_view name;
  std::string_view argument;
};

directive directive_of(std::string_view text) {
  text = trimmed(text);
  if (!text.starts_with('#')) return {};
  text = trimmed(text.substr(1));
  std::size_t end = 0;
  while (end < text.size() &&
         std::isalpha(static_cast<unsigned char>(text[end])) != 0) {
    ++end;
  }
  return {text.substr(0, end), trimmed(text.substr(end))};
}

// `// [name]` and `// [/name]`, by which the book cuts listings.
bool is_tag(std::string_view text) {
  text = trimmed(text);
  if (!text.starts_with("// [") || !text.ends_with(']')) return false;
  const std::string_view name = text.substr(4, text.size() - 5);
  return !name.empty() &&
         name.find_first_not_of("/abcdefghijklmnopqrstuvwxyz_") ==
             std::string_view::npos;
}

source_line read(const std::string& text, int depth) {
  source_line line{.text = text};
  const directive is = directive_of(text);
  line.under_condition = depth > 0;
  if (is_tag(text) || text.starts_with("// SPDX-License-Identifier:") ||
      (is.name == "pragma" && is.argument == "once")) {
    line.does = source_line::kind::left_out;
  } else if (is.name == "include" && is.argument.size() > 2) {
    const std::string_view name =
        is.argument.substr(1, is.argument.find_first_of(">\"", 1) - 1);
    const bool own = name.starts_with("locksmith/");
    line.does = own ? source_line::kind::own_include
                    : source_line::kind::standard_include;
    line.name = own ? std::string{name} : std::string{trimmed(text)};
  }
  return line;
}

}  // namespace

std::vector<source_line> read_lines(std::string_view header) {
  std::vector<source_line> lines;
  std::istringstream text{std::string{header}};
  int depth = 0;
  bool continued = false;
  for (std::string each; std::getline(text, each);) {
    const std::string_view name =
        continued ? std::string_view{} : directive_of(each).name;
    if (name == "endif") --depth;
    lines.push_back(
        continued ? source_line{.text = each, .under_condition = depth > 0}
                  : read(each, depth));
    if (name == "if" || name == "ifdef" || name == "ifndef") ++depth;
    continued = each.ends_with('\\');
  }
  return lines;
}

}  // namespace single_header
