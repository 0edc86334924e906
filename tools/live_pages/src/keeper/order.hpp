// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace live_pages {

/// What a program may take, with all that it starts.
struct limits {
  std::chrono::milliseconds time{10'000};
  std::size_t memory = 1U << 30U;   ///< Bytes in memory, all processes.
  std::size_t processes = 64;       ///< At a time.
  std::size_t file = 64U << 20U;    ///< Bytes in one file.
  std::size_t output = 32U << 10U;  ///< Bytes kept of each stream.
};

/// What the keeper is told, in its arguments.
struct order {
  limits most;
  bool alone = false;  ///< In namespaces without a network.
  std::vector<std::string> command;
};

/// The descriptors of a keeper besides the program's three: it ends everything
/// when nobody holds the other end of `control`, and says on `report` how the
/// program ended.
constexpr int control_fd = 3;
constexpr int report_fd = 4;

[[nodiscard]] std::vector<std::string> to_arguments(const order& what);

/// Throws std::invalid_argument.
[[nodiscard]] order from_arguments(const std::vector<std::string>& words);

}  // namespace live_pages
