// SPDX-License-Identifier: MIT
#include "testing/actor.hpp"

#include <unistd.h>

#include <utility>

#include "testing/tasks.hpp"

namespace testing_support {

actor::actor(std::function<void()> part)
    : thread_{[this, part = std::move(part)] {
        id_ = ::gettid();
        part();
        done_ = true;
      }} {}

bool actor::asleep() const {
  const pid_t id = id_;
  return id != 0 && look_at(id).state == 'S';
}

void actor::until_asleep() const {
  // Twice in a row: a thread may also sleep for an instant on its way, on the
  // allocator's lock for one.
  for (int seen = 0; seen < 2 && !done();) {
    seen = asleep() ? seen + 1 : 0;
    std::this_thread::yield();
  }
}

}  // namespace testing_support
