// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace command_line {

/// Keys that are no letters.
enum key : int { up = 256, down, page_up, page_down, home, end, enter, escape };

/// The keys that these bytes from a terminal stand for: letters as themselves,
/// others by the names above. What is not known is left out.
[[nodiscard]] std::vector<int> read_keys(std::string_view bytes);

}  // namespace command_line
