// SPDX-License-Identifier: MIT
#include "picture/draw.hpp"

namespace command_line {

line describe(const step& what) {
  const look as = what.culprit ? look::bad : look::plain;
  line text{{what.operation, what.culprit ? look::bad : look::bold}};
  const auto say = [&](const std::string& more, look like) {
    text.push_back({more, like});
  };
  if (!what.location.empty()) say(" " + what.location, as);
  if (!what.value.empty()) {
    say((what.operation == "store" ? " = " : ": ") + what.value, as);
  }
  if (!what.order.empty()) say(" (" + what.order + ")", look::dim);
  const bool loads = !what.order.empty() && what.modification == 0 &&
                     what.operation != "fence";
  if (what.reads_from) {
    say(" from " + std::to_string(*what.reads_from + 1), look::code);
  } else if (loads) {
    say(" the first value", look::code);
  }
  if (what.newer) {
    say(" stale: " + std::to_string(*what.newer + 1) + " is newer",
        look::notice);
  } else if (!what.note.empty()) {
    say(" " + what.note, look::notice);
  }
  return text;
}

std::string where(const step& what, const std::filesystem::path& answer) {
  if (what.where.line == 0) return "";
  const std::filesystem::path file = what.where.file;
  const std::string number = std::to_string(what.where.line);
  // The checker may name files from the repository's root.
  if (answer.string().ends_with(file.string())) return "line " + number;
  return file.filename().string() + ":" + number;
}

}  // namespace command_line
