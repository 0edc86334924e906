// SPDX-License-Identifier: MIT
// wrong: loses a wake-up
// broken by: WrongSteps.SleepersAsAFlag
#pragma once

#include <atomic>
#include <cstdint>
#include <limits>

#include "locksmith/futex.hpp"

namespace steps::sleepers_as_a_flag {

class domain {
 public:
  void enter(int me) {
    reading_[me].store(true, std::memory_order_relaxed);
    std::atomic_thread_fence(std::memory_order_seq_cst);
  }

  // [domain]
  void leave(int me) {
    reading_[me].store(false, std::memory_order_release);
    std::atomic_thread_fence(std::memory_order_seq_cst);
    if (sleepers_.load(std::memory_order_relaxed) != 0) {
      sleepers_.store(0, std::memory_order_relaxed);
      locksmith::futex_wake(&sleepers_, std::numeric_limits<int>::max());
    }
  }

  void synchronize() {
    std::atomic_thread_fence(std::memory_order_seq_cst);
    for (const std::atomic<bool>& reader : reading_) {
      while (reader.load(std::memory_order_acquire)) {
        sleepers_.store(1, std::memory_order_relaxed);
        std::atomic_thread_fence(std::memory_order_seq_cst);
        if (!reader.load(std::memory_order_acquire)) break;
        locksmith::futex_wait(sleepers_, 1);
      }
    }
  }
  // [/domain]

 private:
  std::atomic<bool> reading_[2]{};
  std::atomic<std::uint32_t> sleepers_{0};  // 1 if there may be one
};

}  // namespace steps::sleepers_as_a_flag
