// SPDX-License-Identifier: MIT
// wrong: sees the token and clears it in two steps; one that comes in between
//   is erased, and the owner may have looked at its work before
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
    for (;;) {
      if (state_.load(std::memory_order_acquire) == notified) {
        state_.store(empty, std::memory_order_relaxed);
        return;
      }
      std::uint32_t state = empty;
      state_.compare_exchange_strong(state, parked, std::memory_order_relaxed);
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
