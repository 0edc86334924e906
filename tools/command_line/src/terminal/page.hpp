// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace command_line {

/// How a piece of text looks at a terminal that has colours.
enum class look { plain, bold, dim, code, good, bad, notice, heading };

struct span {
  std::string text;
  look as = look::plain;
};

using line = std::vector<span>;
using page = std::vector<line>;

/// The text of a line without its looks.
[[nodiscard]] std::string plain(const line& text);

/// The line with escape sequences if `colour`, else as `plain` has it. Control
/// characters in the text are left out, so that no file reaches the terminal.
[[nodiscard]] std::string render(const line& text, bool colour);

/// Breaks the line at blanks so that no part is wider than `width`; what cannot
/// be broken is cut. Parts after the first begin with `indent` blanks.
[[nodiscard]] page wrap(const line& text, std::size_t width,
                        std::size_t indent = 0);

/// Cuts the line after `width` columns.
[[nodiscard]] line clip(const line& text, std::size_t width);

/// Adds `more` at the end of `text`, each line after `indent` blanks.
void append(page& text, const page& more, std::size_t indent = 0);

}  // namespace command_line
