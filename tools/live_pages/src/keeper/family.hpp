// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <vector>

namespace live_pages {

/// All processes that descend from this one, whatever group or session they put
/// themselves in: this one is to be their subreaper.
[[nodiscard]] std::vector<pid_t> family();

/// The bytes that these processes have in memory.
[[nodiscard]] std::size_t memory_of(const std::vector<pid_t>& processes);

/// Kills the family until none of it is left, and reaps it.
void end_family();

}  // namespace live_pages
