// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <string>

#include "compile/outcome.hpp"

namespace compile_command {

/// The assembly of two compilers in two columns, aligned by source line, be it
/// one of the source or of a header: above each pair the line that both come
/// from. The order is the left one's. Labels and what comes from no line are
/// left out.
void write_side_by_side(const outcome& left, const outcome& right,
                        const std::string& source, std::ostream& out);

}  // namespace compile_command
