// SPDX-License-Identifier: MIT
#pragma once

#include "locksmith/semaphore.hpp"

namespace steps::mutex_from_semaphore {

// [mutex]
class mutex {
 public:
  void lock() noexcept { key_.acquire(); }
  bool try_lock() noexcept { return key_.try_acquire(); }
  void unlock() noexcept { key_.release(); }

 private:
  // One key: whoever has taken it is inside.
  locksmith::binary_semaphore key_{1};
};
// [/mutex]

}  // namespace steps::mutex_from_semaphore
