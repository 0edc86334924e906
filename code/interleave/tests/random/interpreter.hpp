// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "reference/program.hpp"

/// Runs a program once, on `std::atomic` and `std::thread`, and gives its
/// outcome in the words of the reference.
std::string interpret(const reference::program& whole);
