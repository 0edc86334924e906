// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <string>

#include "cache/disk_cache.hpp"

namespace compiler_explorer::server {

/// The time during which a server wants no requests, as it said itself. It is
/// kept in the cache, so that other processes and the next one know of it.
class rest {
 public:
  rest(const std::string& server, cache::disk_cache cache);

  /// How much of it is left; 0 if none.
  [[nodiscard]] std::chrono::seconds left() const;

  void begin(std::chrono::seconds time);

 private:
  using clock = std::chrono::system_clock;

  [[nodiscard]] clock::time_point kept_end() const;

  std::string key_;
  cache::disk_cache cache_;
  clock::time_point end_{};
};

}  // namespace compiler_explorer::server
