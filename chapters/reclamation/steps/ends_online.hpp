// SPDX-License-Identifier: MIT
// wrong: leaves whoever waits asleep for ever
// broken by: WrongSteps.EndsOnline
#pragma once

#include <atomic>

#include "locksmith/qsbr.hpp"

namespace steps::ends_online {

struct session {
  explicit session(int n) : user{n} {}
  int user;
};

// [worker]
// What a thread runs: it serves one request, and ends.
inline int worker(locksmith::qsbr_domain& domain,
                  const std::atomic<session*>& current) {
  domain.online();
  const int user = current.load(std::memory_order_acquire)->user;
  domain.quiescent();
  return user;
}
// [/worker]

}  // namespace steps::ends_online
