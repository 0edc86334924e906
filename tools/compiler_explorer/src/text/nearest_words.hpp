// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace compiler_explorer::text {

/// In small letters (ASCII).
[[nodiscard]] std::string lower(std::string_view text);

/// How many letters must be put in, left out, changed or swapped with the next
/// to make one word of the other.
[[nodiscard]] std::size_t distance(std::string_view left,
                                   std::string_view right);

/// Up to `most` of the words, nearest first, whatever their case; none that
/// differs in more than half of its letters, or in much more than the nearest.
[[nodiscard]] std::vector<std::string> nearest_words(
    std::string_view word, const std::vector<std::string>& words,
    std::size_t most);

/// " Did you mean 'a', 'b' or 'c'?", or nothing.
[[nodiscard]] std::string did_you_mean(const std::vector<std::string>& words);

}  // namespace compiler_explorer::text
