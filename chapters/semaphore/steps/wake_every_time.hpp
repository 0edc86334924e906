// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

#include "locksmith/futex.hpp"

namespace steps::wake_every_time {

// [semaphore]
class semaphore {
 public:
  explicit semaphore(std::ptrdiff_t count)
      : count_{static_cast<std::uint32_t>(count)} {}

  void acquire() {
    while (!try_acquire()) locksmith::futex_wait(count_, 0);
  }

  bool try_acquire() {
    std::uint32_t count = count_.load(std::memory_order_relaxed);
    while (count != 0) {
      // Acquire pairs with the release of the tokens.
      if (count_.compare_exchange_weak(count, count - 1,
                                       std::memory_order_acquire,
                                       std::memory_order_relaxed)) {
        return true;
      }
    }
    return false;
  }

  void release(std::ptrdiff_t update = 1) {
    // Release pairs with the acquire of whoever takes a token.
    count_.fetch_add(static_cast<std::uint32_t>(update),
                     std::memory_order_release);
    locksmith::futex_wake(&count_, static_cast<int>(update));
  }

 private:
  // Invariant: a thread sleeps only while the count is zero.
  std::atomic<std::uint32_t> count_;
};
// [/semaphore]

}  // namespace steps::wake_every_time
