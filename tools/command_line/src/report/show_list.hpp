// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "answers/progress.hpp"
#include "house/house.hpp"
#include "terminal/page.hpp"

namespace command_line {

/// Chapters and their exercises: which have passed, which are begun, and how
/// hard and how long each is.
///
/// @param chosen The exercise whose line is marked; null: none is.
/// @param at Is set to the number of that line.
[[nodiscard]] page show_list(const house& home, const progress& how,
                             std::size_t width,
                             const exercise* chosen = nullptr,
                             std::size_t* at = nullptr);

}  // namespace command_line
