// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "answers/progress.hpp"
#include "house/house.hpp"
#include "terminal/page.hpp"

namespace command_line {

/// The exercise's title and what is known of it: "medium, 40 minutes, passed".
[[nodiscard]] page show_title(const exercise& of, const standing& how,
                              std::size_t width);

/// The task, rendered.
[[nodiscard]] page show_task(const exercise& of, std::size_t width);

/// Hints 1 to `count`.
[[nodiscard]] page show_hints(const exercise& of, unsigned count,
                              std::size_t width);

/// The solution's code, and why it is so.
[[nodiscard]] page show_solution(const exercise& of, std::size_t width);

/// The exercise to go on with: the first after `of` that has not passed, else
/// the first at all; null if all have.
[[nodiscard]] const exercise* next_exercise(const house& home,
                                            const progress& how,
                                            const std::string& after);

}  // namespace command_line
