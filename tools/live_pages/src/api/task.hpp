// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <string>

namespace live_pages {

/// Work that takes a while, with an answer at its end. Destroying it ends it.
class task {
 public:
  task() = default;
  virtual ~task() = default;
  task(const task&) = delete;
  task& operator=(const task&) = delete;

  /// Goes on, for about this long.
  /// @returns Whether the answer is there.
  virtual bool advance(std::chrono::milliseconds patience) = 0;

  /// JSON.
  [[nodiscard]] virtual std::string answer() = 0;
};

}  // namespace live_pages
