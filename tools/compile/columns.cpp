// SPDX-License-Identifier: MIT
#include "compile/columns.hpp"

#include <algorithm>
#include <ostream>

namespace compile_command {

std::size_t width_of(std::string_view text) {
  // Bytes 10xxxxxx continue a character.
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char each) {
        return (static_cast<unsigned char>(each) >> 6U) != 2U;
      }));
}

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t own = width_of(text);
  return std::string{text} + std::string(own < width ? width - own : 0, ' ');
}

void write_table(const std::vector<std::vector<std::string>>& rows,
                 std::ostream& out) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t column = 0; column < row.size(); ++column) {
      widths[column] = std::max(widths[column], width_of(row[column]));
    }
  }
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t column = 0; column < row.size(); ++column) {
      line += column + 1 == row.size()
                  ? row[column]
                  : padded(row[column], widths[column] + 2);
    }
    out << line.substr(0, line.find_last_not_of(' ') + 1) << '\n';
  }
}

}  // namespace compile_command
