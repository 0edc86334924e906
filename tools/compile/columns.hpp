// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace compile_command {

/// How many columns of a terminal the text takes, one for each character.
[[nodiscard]] std::size_t width_of(std::string_view text);

/// The text with blanks after it, up to this width.
[[nodiscard]] std::string padded(std::string_view text, std::size_t width);

/// Rows in columns, each as wide as its widest cell; the first is a heading.
void write_table(const std::vector<std::vector<std::string>>& rows,
                 std::ostream& out);

}  // namespace compile_command
