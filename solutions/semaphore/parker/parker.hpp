// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>

#include "locksmith/futex.hpp"

namespace exercise {

class parker {
 public:
  void park() {
    // From `notified` to `empty` in one step: a token that comes in between
    // would be lost. Acquire pairs with the release in unpark.
    std::uint32_t state = notified;
    while (!state_.compare_exchange_strong(
        state, empty, std::memory_order_acquire, std::memory_order_relaxed)) {
      if (state == parked || state_.compare_exchange_strong(
                                 state, parked, std::memory_order_relaxed)) {
        // It may return for no reason, so look again.
        locksmith::futex_wait(state_, parked);
      }
      state = notified;
    }
  }

  void unpark() {
    // An exchange even if the token is there already: a load alone would not
    // release what this thread has done.
    if (state_.exchange(notified, std::memory_order_release) == parked) {
      locksmith::futex_wake(&state_, 1);
    }
  }

 private:
  // - `empty`: no token, nobody waits.
  // - `notified`: a token, nobody waits.
  // - `parked`: no token, and the owner sleeps or is about to.
  //
  // Invariant: the owner sleeps only while the state is `parked`, and whoever
  // changes `parked` wakes it.
  enum : std::uint32_t { empty, notified, parked };

  std::atomic<std::uint32_t> state_{empty};
};

}  // namespace exercise
