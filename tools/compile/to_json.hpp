// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "compile/outcome.hpp"

namespace compile_command {

/// Everything that is known, for other programs. Strings that are no UTF-8 get
/// replacement characters.
[[nodiscard]] std::string to_json(const std::vector<outcome>& outcomes,
                                  const folded_source& source,
                                  const std::string& server,
                                  const std::string& link);

/// The same for a list of compilers.
[[nodiscard]] std::string to_json(
    const std::vector<compiler_explorer::compiler>& compilers);

}  // namespace compile_command
