// SPDX-License-Identifier: MIT
// wrong: leaves `parked` behind when it goes, so that the next unpark makes a
//   system call for nobody
// rejected by: RealThreads.StayOutOfTheKernelWhenNobodySleeps
// it says: made a futex system call
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
        state, parked, std::memory_order_acquire, std::memory_order_relaxed)) {
      if (state == empty) state_.compare_exchange_strong(state, parked);
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
