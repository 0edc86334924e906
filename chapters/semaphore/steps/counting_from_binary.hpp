// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <mutex>

#include "locksmith/semaphore.hpp"

namespace steps::counting_from_binary {

// [semaphore]
class semaphore {
 public:
  explicit semaphore(std::ptrdiff_t count)
      : count_{count}, gate_{std::min<std::ptrdiff_t>(count, 1)} {}

  void acquire() {
    gate_.acquire();
    const std::lock_guard lock{mutex_};
    if (--count_ > 0) gate_.release();  // leave the gate open for the next
  }

  void release(std::ptrdiff_t update = 1) {
    if (update == 0) return;
    const std::lock_guard lock{mutex_};
    const bool was_shut = count_ == 0;
    count_ += update;
    if (was_shut) gate_.release();
  }

 private:
  std::mutex mutex_;
  // Invariant, whenever the mutex is free: the gate is open if the count is
  // positive, unless a thread has just gone through it and not yet counted.
  std::ptrdiff_t count_;
  locksmith::binary_semaphore gate_;
};
// [/semaphore]

}  // namespace steps::counting_from_binary
