// SPDX-License-Identifier: MIT
// wrong: writes `parked` without a look at what it replaces; a token that has
//   just come is erased
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
      state_.store(parked, std::memory_order_relaxed);
      locksmith::futex_wait(state_, parked);
      state = notified;
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
