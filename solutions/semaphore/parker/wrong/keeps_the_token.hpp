// SPDX-License-Identifier: MIT
// wrong: sees the token that ended its sleep and leaves it there, so that it
//   serves again
// rejected by: EveryExecution.ServesOnce
// it says: data race
#pragma once

#include <atomic>
#include <cstdint>

#include "locksmith/futex.hpp"

namespace exercise {

class parker {
 public:
  void park() {
    std::uint32_t state = notified;
    if (state_.compare_exchange_strong(state, empty, std::memory_order_acquire,
                                       std::memory_order_relaxed)) {
      return;
    }
    state_.compare_exchange_strong(state, parked, std::memory_order_relaxed);
    while (state_.load(std::memory_order_acquire) == parked) {
      locksmith::futex_wait(state_, parked);
    }
  }

  void unpark() {
    if (state_.exchange(notified, std::memory_order_release) == parked) {
      locksmith::futex_wake(&state_, 1);
    }
  }

 private:
  // - `empty`: no token, nobody waits.
  // - `notified`: a token, nobody waits.
  // - `parked`: no token, and the owner sleeps or is about to.
  enum : std::uint32_t { empty, notified, parked };

  std::atomic<std::uint32_t> state_{empty};
};

}  // namespace exercise
