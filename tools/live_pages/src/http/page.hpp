// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace live_pages {

/// A page of the site as it is served: its scripts and styles bear `nonce`, and
/// its head holds the token by which they may ask for more.
[[nodiscard]] std::string live_page(std::string_view html,
                                    std::string_view nonce,
                                    std::string_view token);

/// The policy under which a browser shows it: scripts and styles of the
/// site and those with the nonce, nothing from elsewhere, in no frame.
[[nodiscard]] std::string policy(std::string_view nonce);

}  // namespace live_pages
