// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace command_line {

/// How many letters must be put in, taken out, changed, or swapped with their
/// neighbour to make one word of the other.
[[nodiscard]] std::size_t distance(std::string_view one,
                                   std::string_view other);

/// The name that `word` stands for, as an index: it itself, the only one that
/// begins with it, or the only one of which a part (after `/` or `_`) does.
/// Throws a complaint that offers the nearest, or those that it could mean.
///
/// @param kind What is named, for the complaint: "exercise".
[[nodiscard]] std::size_t find_name(const std::vector<std::string>& names,
                                    std::string_view word,
                                    std::string_view kind);

}  // namespace command_line
