// SPDX-License-Identifier: MIT
#pragma once

#include "compiler_explorer/result.hpp"
#include "wire/json.hpp"

namespace compiler_explorer::wire {

/// @throws error `bad_answer` if it is no answer to a compilation;
///   `server_fault` or `unknown_name` if the server says so in it.
[[nodiscard]] compile_result decode_compilation(const json& answer);
[[nodiscard]] run_result decode_run(const json& answer);

/// Whether the answer would be the same tomorrow.
[[nodiscard]] bool may_be_kept(const json& answer);

}  // namespace compiler_explorer::wire
