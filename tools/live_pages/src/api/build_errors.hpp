// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

namespace live_pages {

/// The errors that a compiler reports, in its order, and at most 20 of them.
///
/// @param answer The answer's file name. An error there has its `line` and
///   `column`. One elsewhere has its place in `file` and `there`, and as its
///   line the one of the answer that led there; 0 if the compiler says none.
[[nodiscard]] nlohmann::json build_errors(std::string_view output,
                                          std::string_view answer);

}  // namespace live_pages
