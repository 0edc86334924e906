// SPDX-License-Identifier: MIT
#include "report/source_lines.hpp"

#include <map>
#include <sstream>

#include "answers/files.hpp"
#include "picture/draw.hpp"

namespace command_line {

page source_lines(const execution& what, const exercise& of,
                  std::size_t width) {
  constexpr std::size_t most = 10;
  std::map<int, bool> wanted;
  for (const step& each : what.steps) {
    if (!where(each, of.answer).starts_with("line ")) continue;
    wanted[each.where.line] |= each.culprit;
  }
  page lines;
  std::istringstream text{read_file_or(of.answer, "")};
  std::string each;
  for (int number = 1; std::getline(text, each); ++number) {
    const auto found = wanted.find(number);
    if (found == wanted.end()) continue;
    if (lines.size() == most) break;
    const std::string shown = std::to_string(number);
    lines.push_back(clip(
        {{"line " +
              std::string(4 - std::min<std::size_t>(4, shown.size()), ' ') +
              shown + " ",
          look::dim},
         {each, found->second ? look::bad : look::code}},
        width));
  }
  return lines;
}

}  // namespace command_line
