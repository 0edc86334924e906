// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "compile/options.hpp"
#include "compile/outcome.hpp"
#include "compiler_explorer/client.hpp"

namespace compile_command {

/// What to ask this compiler for.
[[nodiscard]] compiler_explorer::compile_request request_for(
    const compiler_explorer::compiler& compiler, const options& asked,
    const std::string& source);

/// What the program is given. @throws cannot_read If there is no such file.
[[nodiscard]] compiler_explorer::program_input input_of(const options& asked);

/// A link to the source with these compilers.
[[nodiscard]] std::string link_to(
    const std::vector<compiler_explorer::compiler>& compilers,
    const options& asked, const std::string& source);

}  // namespace compile_command
