// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>

#include "compiler_explorer/result.hpp"

namespace compiler_explorer {
namespace {

bool speaks_of(const std::vector<std::string>& lines, const char* words) {
  return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
    return line.find(words) != std::string::npos;
  });
}

}  // namespace

std::string describe(const compile_result& result) {
  if (result.timed_out) return "took too long to compile";
  if (result.code == -1) return "the compiler was killed";
  return result.ok() ? "compiled" : "did not compile";
}

std::string describe(const run_result& result) {
  if (!result.did_execute) {
    return result.build.ok() ? "was built, but could not be run"
                             : describe(result.build);
  }
  if (result.timed_out) return "ran out of time";
  if (result.code == -1) {
    return result.truncated ? "wrote too much and was stopped"
                            : "was killed by a signal, or could not be started";
  }
  // Where 139 is reported for a signal, it is reported for every signal.
  if (speaks_of(result.err, "Program terminated with signal")) {
    return "was killed by a signal";
  }
  return "exited with " + std::to_string(result.code);
}

}  // namespace compiler_explorer
