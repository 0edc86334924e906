// SPDX-License-Identifier: MIT
// wrong: loses a wake-up
// broken by: WrongSteps.WaitersBesideTheCount
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

#include "locksmith/futex.hpp"

namespace steps::waiters_beside_the_count {

class semaphore {
 public:
  explicit semaphore(std::ptrdiff_t count)
      : count_{static_cast<std::uint32_t>(count)} {}

  // [acquire]
  void acquire() {
    if (try_acquire()) return;
    waiters_.fetch_add(1, std::memory_order_acq_rel);
    while (!try_acquire()) locksmith::futex_wait(count_, 0);
    waiters_.fetch_sub(1, std::memory_order_relaxed);
  }
  // [/acquire]

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
    count_.fetch_add(static_cast<std::uint32_t>(update),
                     std::memory_order_acq_rel);
    if (waiters_.load(std::memory_order_acquire) != 0) {
      locksmith::futex_wake(&count_, static_cast<int>(update));
    }
  }
  // [/release]

 private:
  std::atomic<std::uint32_t> count_;
  std::atomic<std::uint32_t> waiters_{0};
};

}  // namespace steps::waiters_beside_the_count
