// SPDX-License-Identifier: MIT
// wrong: erases a wake-up
// broken by: WrongSteps.ParkerInTwoSteps
#pragma once

#include <atomic>
#include <cstdint>

#include "locksmith/futex.hpp"

namespace steps::parker_in_two_steps {

class parker {
 public:
  // [park]
  void park() {
    while (token_.load(std::memory_order_acquire) == 0) {
      locksmith::futex_wait(token_, 0);
    }
    token_.store(0, std::memory_order_relaxed);
  }
  // [/park]

  // [unpark]
  void unpark() {
    token_.store(1, std::memory_order_release);
    locksmith::futex_wake(&token_, 1);
  }
  // [/unpark]

 private:
  std::atomic<std::uint32_t> token_{0};
};

}  // namespace steps::parker_in_two_steps
