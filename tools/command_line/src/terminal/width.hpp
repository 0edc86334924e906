// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace command_line {

/// The columns that UTF-8 text takes: none for combining marks and control
/// characters, two for wide ones.
[[nodiscard]] std::size_t columns(std::string_view text);

/// How many bytes of `text` fit into `width` columns.
[[nodiscard]] std::size_t bytes_within(std::string_view text,
                                       std::size_t width);

/// `text` and as many blanks as bring it to `width` columns.
[[nodiscard]] std::string padded(std::string_view text, std::size_t width);

}  // namespace command_line
