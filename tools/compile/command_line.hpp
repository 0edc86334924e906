// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/App.hpp>

#include "compile/options.hpp"

namespace compile_command {

/// Adds the options of `compile` to a command, which fills `into` as it parses.
/// `into` must outlive it.
void add_options(CLI::App& command, options& into);

}  // namespace compile_command
