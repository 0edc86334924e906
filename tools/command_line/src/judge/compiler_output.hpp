// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "judge/verdict.hpp"

namespace command_line {

/// Finds the first error in what a build said.
///
/// @param answer The answer's file name; an error elsewhere names the line of
///   the answer that led there.
[[nodiscard]] build_error first_error(std::string_view output,
                                      std::string_view answer);

}  // namespace command_line
