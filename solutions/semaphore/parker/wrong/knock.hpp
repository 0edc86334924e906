// SPDX-License-Identifier: MIT
// wrong: wakes the owner if it sleeps and leaves nothing if it does not, like a
//   knock on the door of an empty house
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
    std::uint32_t state = empty;
    if (!state_.compare_exchange_strong(state, parked)) return;
    while (state_ == parked) locksmith::futex_wait(state_, parked);
  }

  void unpark() {
    std::uint32_t state = parked;
    if (state_.compare_exchange_strong(state, empty)) {
      locksmith::futex_wake(&state_, 1);
    }
  }

 private:
  enum : std::uint32_t { empty, parked };

  std::atomic<std::uint32_t> state_{empty};
};

}  // namespace exercise
