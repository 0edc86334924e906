// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>

#include "locksmith/futex.hpp"

namespace exercise {

class parker {
 public:
  void park() {
    // TODO: take the token; wait for it if it is not there.
  }

  void unpark() {
    // TODO: leave the token, and wake the owner if it sleeps.
    state_ = notified;
  }

 private:
  // - `empty`: no token, nobody waits.
  // - `notified`: a token, nobody waits.
  // - `parked`: no token, and the owner sleeps or is about to.
  enum : std::uint32_t { empty, notified, parked };

  std::atomic<std::uint32_t> state_{empty};
};

}  // namespace exercise
