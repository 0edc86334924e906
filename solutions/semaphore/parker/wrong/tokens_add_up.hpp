// SPDX-License-Identifier: MIT
// wrong: counts the tokens, so that two wake-ups end two sleeps; that is a
//   semaphore
// rejected by: EveryExecution.KeepsOneTokenOfTwo
// it says: data race
#pragma once

#include <atomic>
#include <cstdint>

#include "locksmith/futex.hpp"

namespace exercise {

class parker {
 public:
  void park() {
    std::uint32_t tokens = tokens_.load(std::memory_order_relaxed);
    for (;;) {
      if (tokens == 0) {
        locksmith::futex_wait(tokens_, 0);
        tokens = tokens_.load(std::memory_order_relaxed);
      } else if (tokens_.compare_exchange_weak(tokens, tokens - 1,
                                               std::memory_order_acquire,
                                               std::memory_order_relaxed)) {
        return;
      }
    }
  }

  void unpark() {
    tokens_.fetch_add(1, std::memory_order_release);
    locksmith::futex_wake(&tokens_, 1);
  }

 private:
  std::atomic<std::uint32_t> tokens_{0};
};

}  // namespace exercise
