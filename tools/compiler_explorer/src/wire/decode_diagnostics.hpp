// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "compiler_explorer/result.hpp"
#include "wire/json.hpp"

namespace compiler_explorer::wire {

/// Appends the diagnostics in lines of compiler output: those that the server
/// has marked, and others by their form, `PATH:LINE:COLUMN: error: MESSAGE`.
void decode_diagnostics(const json& lines, std::vector<diagnostic>& into);

}  // namespace compiler_explorer::wire
