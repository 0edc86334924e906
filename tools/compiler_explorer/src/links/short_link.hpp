// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace compiler_explorer::links {

/// The id in "https://server/z/abc", or "abc" itself.
///
/// @throws error `bad_link` if it is neither, or of another server.
[[nodiscard]] std::string short_link_id(std::string_view link,
                                        const std::string& server);

}  // namespace compiler_explorer::links
