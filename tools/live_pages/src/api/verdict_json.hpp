// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "house/house.hpp"
#include "judge/verdict.hpp"

namespace live_pages {

/// A verdict as the pages get it; files are named from the root of the
/// repository.
///
/// @param errors All of the compiler's, as `build_errors` has them.
[[nodiscard]] nlohmann::json to_json(const command_line::house& home,
                                     const command_line::verdict& what,
                                     nlohmann::json errors);

}  // namespace live_pages
