// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "house/house.hpp"
#include "picture/execution.hpp"

namespace command_line {

/// A page in HTML, in one file, that plays the execution in which an answer
/// fails with the book's own player; without scripts it is a table.
///
/// @param test The name of the test that fails.
[[nodiscard]] std::string trace_page(const house& home, const exercise& of,
                                     const std::string& test,
                                     const execution& what);

}  // namespace command_line
