// SPDX-License-Identifier: MIT
#pragma once

namespace live_pages {

/// Whether the connection from `from` on this machine to our port `to` belongs
/// to this user, or to root. What cannot be found out is a no.
[[nodiscard]] bool is_own_connection(int from, int to);

}  // namespace live_pages
