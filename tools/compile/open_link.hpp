// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace compile_command {

/// Opens a link in the reader's browser, by `xdg-open` and no shell, and does
/// not wait for it.
///
/// @returns False if there is no such command.
[[nodiscard]] bool open_link(const std::string& url);

}  // namespace compile_command
