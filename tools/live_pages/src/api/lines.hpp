// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

namespace live_pages {

/// Output as Compiler Explorer's list of lines.
[[nodiscard]] nlohmann::json to_lines(std::string_view text);

/// The same of a compiler's: the first line of each diagnostic bears its place,
/// and the file is called `<source>` in its text.
[[nodiscard]] nlohmann::json to_diagnostics(std::string_view text);

}  // namespace live_pages
