// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "answers/progress.hpp"
#include "house/house.hpp"
#include "terminal/page.hpp"

namespace command_line {

/// Chapters and their exercises: which have passed, which are begun, and how
/// hard and how long each is.
[[nodiscard]] page show_list(const house& home, const progress& how,
                             std::size_t width);

}  // namespace command_line
