// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "reference/program.hpp"

/// Explores the program by the checker and by the reference, and expects the
/// same of both: each outcome in the same number of executions, none met
/// twice, and a race here if and only if there. Returns the number of
/// executions of the checker.
std::uint64_t expect_agreement(const reference::program& whole);
