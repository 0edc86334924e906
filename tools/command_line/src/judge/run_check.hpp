// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

#include "house/house.hpp"
#include "judge/verdict.hpp"

namespace command_line {

/// Checks an answer and waits for the verdict; says on a terminal how far it
/// is. Throws `interrupted` at SIGINT, SIGTERM or SIGHUP, with nothing left
/// running.
[[nodiscard]] verdict run_check(const house& home, const exercise& of,
                                std::chrono::seconds limit);

}  // namespace command_line
