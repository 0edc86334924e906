// SPDX-License-Identifier: MIT
#pragma once

#include "compiler_explorer/request.hpp"
#include "wire/json.hpp"

namespace compiler_explorer::wire {

/// The body of POST /api/compiler/<id>/compile, in a form that servers of all
/// ages take. Versions of libraries must be ids.
[[nodiscard]] json encode(const compile_request& request);

/// The same, to build the program and run it.
[[nodiscard]] json encode(const compile_request& request,
                          const program_input& input);

/// @throws error `invalid_request` if a server could not make sense of it.
void check(const compile_request& request);

}  // namespace compiler_explorer::wire
