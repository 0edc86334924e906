// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <ostream>

#include "terminal/page.hpp"

namespace command_line {

/// A terminal's size; 80 by 24 where there is none.
struct size {
  std::size_t columns = 80;
  std::size_t rows = 24;
};

[[nodiscard]] size terminal_size(int fd);

/// Whether to colour what goes to `fd`: at a terminal that can, and if NO_COLOR
/// is not set.
[[nodiscard]] bool wants_colour(int fd);

/// The columns to write prose in: those of the terminal, but no more than are
/// good to read.
[[nodiscard]] std::size_t text_width();

/// Writes the page to stdout.
void print(const page& text);

/// Wraps one line, and writes it to stdout.
void print(const line& text);

}  // namespace command_line
