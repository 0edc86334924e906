// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "copy/single_header.hpp"
#include "house/house.hpp"

namespace command_line {

/// Every header that can be copied, as it is included: those of the chapters,
/// and those that they stand on.
[[nodiscard]] std::vector<std::string> copyable_headers(const house& home);

/// Where they are.
[[nodiscard]] single_header::library header_library(const house& home);

/// The header that `word` stands for: "semaphore", "semaphore.hpp", or as it is
/// included.
[[nodiscard]] std::size_t find_header(const std::vector<std::string>& headers,
                                      std::string word);

}  // namespace command_line
