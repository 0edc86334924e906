// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "compile/compile.hpp"
#include "compile/outcome.hpp"

namespace compile_command {

/// Writes the outcomes for people: of one compiler what it said, of several a
/// table; then output, assembly or both side by side, as asked.
void write_report(const std::vector<outcome>& outcomes, const options& asked,
                  const folded_source& source, const streams& io);

/// Writes compilers, one a line, those that match.
void write_list(const std::vector<compiler_explorer::compiler>& compilers,
                std::ostream& out);

}  // namespace compile_command
