// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace compiler_explorer::text {

/// The text on one line: escape sequences and control characters gone, runs of
/// blanks made one, cut after `most` bytes (not within a character).
[[nodiscard]] std::string one_line(std::string_view text,
                                   std::size_t most = 600);

}  // namespace compiler_explorer::text
