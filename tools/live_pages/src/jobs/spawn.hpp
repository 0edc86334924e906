// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <string>

#include "keeper/order.hpp"
#include "process/descriptor.hpp"

namespace live_pages {

/// A keeper and our ends of what it is connected by. None of them blocks.
struct spawned {
  pid_t pid = -1;
  command_line::descriptor input;
  command_line::descriptor out;
  command_line::descriptor err;
  command_line::descriptor control;
  command_line::descriptor report;
};

/// Starts a keeper, with this environment and no other, in a session of its
/// own. Throws std::system_error.
[[nodiscard]] spawned spawn_keeper(
    const order& what, const std::filesystem::path& folder,
    const std::map<std::string, std::string>& environment);

}  // namespace live_pages
