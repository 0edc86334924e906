// SPDX-License-Identifier: MIT
// wrong: returns early if the token is there already, so that the owner may not
//   see what the second thread did
// rejected by: EveryExecution.MissesNoNews
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
    if (state_.load(std::memory_order_relaxed) == notified) return;
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
