// SPDX-License-Identifier: MIT
#include "compile/outcome.hpp"

#include <algorithm>
#include <string_view>

namespace compile_command {
namespace {

using compiler_explorer::assembly_line;
using compiler_explorer::severity;

bool is_instruction(const assembly_line& line) {
  const auto begin = line.text.find_first_not_of(" \t");
  return begin != 0 && begin != std::string::npos &&
         std::string_view{".#;"}.find(line.text[begin]) ==
             std::string_view::npos;
}

const char* word_for(severity level) {
  if (level == severity::error) return "error";
  return level == severity::warning ? "warning" : "note";
}

}  // namespace

std::string outcome::description() const {
  return run ? describe(*run) : describe(build);
}

exit_status outcome::status() const {
  if (build.timed_out || (run && run->timed_out)) return out_of_time;
  if (!build.ok()) return did_not_compile;
  return run && !run->ok() ? program_failed : success;
}

bool outcome::from_cache() const {
  return run ? run->from_cache : build.from_cache;
}

std::size_t instructions_in(const std::vector<assembly_line>& assembly) {
  return static_cast<std::size_t>(
      std::count_if(assembly.begin(), assembly.end(), &is_instruction));
}

origin origin_of(const compiler_explorer::diagnostic& found,
                 const folded_source& source) {
  const auto line = static_cast<std::size_t>(found.line);
  const bool own =
      found.file.empty() && line > 0 && line <= source.origins.size();
  return own ? source.origins[line - 1] : origin{found.file, found.line};
}

std::string to_text(const compiler_explorer::diagnostic& found,
                    const folded_source& source) {
  const origin place = origin_of(found, source);
  std::string text = place.file;
  if (place.line > 0) text += ':' + std::to_string(place.line);
  if (found.column > 0) text += ':' + std::to_string(found.column);
  if (!text.empty()) text += ": ";
  return text + word_for(found.level) + ": " + found.message;
}

}  // namespace compile_command
