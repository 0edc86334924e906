// SPDX-License-Identifier: MIT
#include "wire/decode_assembly.hpp"

#include <optional>
#include <sstream>
#include <string>

namespace compiler_explorer::wire {
namespace {

std::optional<source_place> decode_place(const json& line) {
  const json& source = object_in(line, "source");
  source_place place;
  place.line = number_in(source, "line", 0);
  if (place.line < 1) return std::nullopt;
  place.column = number_in(source, "column", 0);
  // The request's source has no file, or if files came with it, this mark.
  if (!flag_in(source, "mainsource")) place.file = text_in(source, "file");
  return place;
}

}  // namespace

std::vector<assembly_line> decode_assembly(const json& answer) {
  std::vector<assembly_line> lines;
  for (const json& each : array_in(answer, "asm")) {
    if (each.is_object()) {
      lines.push_back({text_in(each, "text"), decode_place(each)});
    }
  }
  std::istringstream text{lines.empty() ? text_in(answer, "asm") : ""};
  for (std::string line; std::getline(text, line);) {
    lines.push_back({line, std::nullopt});
  }
  return lines;
}

}  // namespace compiler_explorer::wire
