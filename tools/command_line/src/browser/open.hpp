// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace browser {

/// Opens an address in the reader's browser, without a shell, and does not wait
/// for it; it outlives this program and does not get its Ctrl-C.
///
/// The browser is what BROWSER names: commands with `:` between, of which the
/// first that starts is taken; `%s` in one stands for the address, which is
/// else its last word. Without it, `xdg-open` where there is a display.
///
/// @returns False if there is no such command, or it fails at once.
[[nodiscard]] bool open(const std::string& address);

}  // namespace browser
