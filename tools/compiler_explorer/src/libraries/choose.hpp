// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "compiler_explorer/catalogue.hpp"
#include "compiler_explorer/request.hpp"

namespace compiler_explorer {

/// The choice as a server wants it: id and version's id. An empty version means
/// the newest.
///
/// @throws error `unknown_name` if the server does not have it, with the
///   nearest it has.
[[nodiscard]] library_choice choose_library(const library_choice& wanted,
                                            const std::vector<library>& known);

}  // namespace compiler_explorer
