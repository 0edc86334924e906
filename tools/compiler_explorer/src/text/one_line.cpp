// SPDX-License-Identifier: MIT
#include "text/one_line.hpp"

#include "compiler_explorer/text.hpp"

namespace compiler_explorer::text {

std::string one_line(std::string_view text, std::size_t most) {
  std::string line;
  for (const char each : printable(text)) {
    const bool blank = each == ' ' || each == '\t' || each == '\n';
    if (!blank) {
      line += each;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (line.size() > most) {
    // Bytes 10xxxxxx continue a character.
    while (most > 0 && (static_cast<unsigned char>(line[most]) >> 6U) == 2U) {
      --most;
    }
    line.resize(most);
    line += "…";
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

}  // namespace compiler_explorer::text
