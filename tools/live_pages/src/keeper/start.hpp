// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include "keeper/order.hpp"

namespace live_pages {

/// Starts the command as a child, under its limits.
/// @returns Its number; -1 with errno if it could not be started.
[[nodiscard]] pid_t start(const order& what);

}  // namespace live_pages
