// SPDX-License-Identifier: MIT
#pragma once

#include <compiler_explorer/client.hpp>
#include <iosfwd>

/// Compiles a function and shows its assembly.
void show(compiler_explorer::client& client, std::ostream& out);
