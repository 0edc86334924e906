// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

namespace live_pages {

/// Checks the answer to the exercise `name` and prints the verdict as JSON:
/// what the server has done in a sandbox.
///
/// @param limit How long the check may run, once built.
/// @returns What a program that does this should return.
int print_verdict(const std::filesystem::path& build, const std::string& name,
                  std::chrono::seconds limit);

}  // namespace live_pages
