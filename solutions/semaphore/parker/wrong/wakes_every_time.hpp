// SPDX-License-Identifier: MIT
// wrong: makes a system call for each unpark, whether the owner sleeps or not
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
        state, empty, std::memory_order_acquire, std::memory_order_relaxed)) {
      if (state == parked || state_.compare_exchange_strong(
                                 state, parked, std::memory_order_relaxed)) {
        locksmith::futex_wait(state_, parked);
      }
      state = notified;
    }
  }

  void unpark() {
    state_.exchange(notified, std::memory_order_release);
    locksmith::futex_wake(&state_, 1);
  }

 private:
  // - `empty`: no token, nobody waits.
  // - `notified`: a token, nobody waits.
  // - `parked`: no token, and the owner sleeps or is about to.
  enum : std::uint32_t { empty, notified, parked };

  std::atomic<std::uint32_t> state_{empty};
};

}  // namespace exercise
