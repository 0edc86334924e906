// SPDX-License-Identifier: MIT
// wrong: wakes the owner before the token is there; it looks, finds none and
//   sleeps again
// rejected by: EveryExecution.ParksUntilUnparked
// it says: deadlock: no thread can go on: main sleeps
#pragma once

#include <atomic>
#include <cstdint>

#include "locksmith/futex.hpp"

namespace exercise {

class parker {
 public:
  void park() {
    std::uint32_t state = notified;
    while (!state_.compare_exchange_strong(
        state, empty, std::memory_order_acquire, std::memory_order_relaxed)) {
      if (state == parked || state_.compare_exchange_strong(
                                 state, parked, std::memory_order_relaxed)) {
        locksmith::futex_wait(state_, parked);
      }
      state = notified;
    }
  }

  void unpark() {
    if (state_.load(std::memory_order_relaxed) == parked) {
      locksmith::futex_wake(&state_, 1);
    }
    state_.exchange(notified, std::memory_order_release);
  }

 private:
  // - `empty`: no token, nobody waits.
  // - `notified`: a token, nobody waits.
  // - `parked`: no token, and the owner sleeps or is about to.
  enum : std::uint32_t { empty, notified, parked };

  std::atomic<std::uint32_t> state_{empty};
};

}  // namespace exercise
