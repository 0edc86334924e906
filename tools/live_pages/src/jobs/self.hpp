// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace live_pages {

/// The file of the server, which checks answers in a process of its own.
[[nodiscard]] inline std::string own_program() { return LIVE_PAGES_PROGRAM; }

}  // namespace live_pages
