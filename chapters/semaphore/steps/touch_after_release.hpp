// SPDX-License-Identifier: MIT
// wrong: reads a semaphore that is gone
// broken by: WrongSteps.TouchAfterRelease
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

#include "locksmith/futex.hpp"

namespace steps::touch_after_release {

class semaphore {
 public:
  explicit semaphore(std::ptrdiff_t count)
      : count_{static_cast<std::uint32_t>(count)} {}

  // [acquire]
  void acquire() {
    if (try_acquire()) return;
    waiters_.fetch_add(1, std::memory_order_relaxed);
    // Pairs with the fence in release: one of the two sees the other.
    std::atomic_thread_fence(std::memory_order_seq_cst);
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
                     std::memory_order_release);
    // Pairs with the fence in acquire.
    std::atomic_thread_fence(std::memory_order_seq_cst);
    if (waiters_.load(std::memory_order_relaxed) != 0) {
      locksmith::futex_wake(&count_, static_cast<int>(update));
    }
  }
  // [/release]

 private:
  std::atomic<std::uint32_t> count_;
  std::atomic<std::uint32_t> waiters_{0};
};

}  // namespace steps::touch_after_release
