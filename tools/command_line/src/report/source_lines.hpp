// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "house/house.hpp"
#include "picture/execution.hpp"
#include "terminal/page.hpp"

namespace command_line {

/// The lines of the answer that an execution names, each with its number.
[[nodiscard]] page source_lines(const execution& what, const exercise& of,
                                std::size_t width);

}  // namespace command_line
