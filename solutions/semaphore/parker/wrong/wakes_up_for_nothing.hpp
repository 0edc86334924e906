// SPDX-License-Identifier: MIT
// wrong: takes the end of the sleep for the token; the kernel may end a sleep
//   for no reason
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
    std::uint32_t state = empty;
    if (state_.compare_exchange_strong(state, parked,
                                       std::memory_order_relaxed)) {
      locksmith::futex_wait(state_, parked);
    }
    state_.exchange(empty, std::memory_order_acquire);
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
