// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "house/house.hpp"
#include "judge/verdict.hpp"

namespace command_line {

/// A page in HTML, in one file, that plays the execution in which an answer
/// fails with the book's own player; without scripts it has the picture that
/// the terminal shows.
///
/// @param what A verdict that has an execution to show.
/// Throws a complaint if the book's scripts cannot be read.
[[nodiscard]] std::string trace_page(const house& home, const exercise& of,
                                     const verdict& what);

}  // namespace command_line
