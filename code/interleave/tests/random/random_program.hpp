// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "reference/program.hpp"

/// The program of a seed: 2 or 3 threads, 9 operations at most, every kind of
/// operation and order. The same on every machine, since it draws on no
/// library's distributions.
reference::program random_program(std::uint64_t seed);
