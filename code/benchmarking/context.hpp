// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace benchmarking {

/// What the figures depend on, by name: the processor, the distance between
/// two of them, the operating system, the compiler and the libraries. Nothing
/// that names the machine or its owner.
std::vector<std::pair<std::string, std::string>> context();

/// How many threads ran or wanted to, averaged over the last minute.
double load();

}  // namespace benchmarking
