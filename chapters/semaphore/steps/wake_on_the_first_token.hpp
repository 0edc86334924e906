// SPDX-License-Identifier: MIT
// wrong: leaves a thread asleep beside a token
// broken by: WrongSteps.WakeOnTheFirstToken
// rejected by: WakeOnTheFirstToken/SemaphoreSuite/0.TwoReleasesWakeTwo
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

#include "locksmith/futex.hpp"

namespace steps::wake_on_the_first_token {

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
      if (count_.compare_exchange_weak(count, count - 1,
                                       std::memory_order_acquire,
                                       std::memory_order_relaxed)) {
        return true;
      }
    }
    return false;
  }

  // [release]
  void release(std::ptrdiff_t update = 1) {
    const std::uint32_t old = count_.fetch_add(
        static_cast<std::uint32_t>(update), std::memory_order_release);
    // Threads sleep only at zero. So if the count was not zero, nobody sleeps.
    if (old == 0) locksmith::futex_wake(&count_, static_cast<int>(update));
  }
  // [/release]

 private:
  std::atomic<std::uint32_t> count_;
};

}  // namespace steps::wake_on_the_first_token
