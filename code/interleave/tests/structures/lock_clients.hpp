// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>

#include "interleave/interleave.hpp"
#include "observation.hpp"
#include "threads.hpp"

namespace structures {

/// What a lock protects: the threads write down the order in which they come.
template <std::size_t Entries>
class visitors {
 public:
  void enter(std::size_t thread) { order_[count_++] = thread; }

  void check() const {
    interleave::require(count_ == Entries, "an entry is lost");
    observe_all(order_);
  }

 private:
  std::array<std::size_t, Entries> order_{};
  std::size_t count_ = 0;
};

template <std::size_t Threads, typename Lock>
void visit_under() {
  Lock lock;
  visitors<Threads> book;
  in_threads<Threads>([&](std::size_t i) {
    lock.lock();
    book.enter(i);
    lock.unlock();
  });
  book.check();
}

/// The same with a lock that queues nodes of its callers. The nodes outlive
/// the threads, as those of a thread pool would.
template <std::size_t Threads, typename Lock>
void visit_under_queue() {
  Lock lock;
  std::array<typename Lock::node, Threads> nodes;
  visitors<Threads> book;
  in_threads<Threads>([&](std::size_t i) {
    lock.lock(nodes[i]);
    book.enter(i);
    lock.unlock(nodes[i]);
  });
  book.check();
}

/// The same with a lock for two threads that knows which of them calls.
template <std::size_t Rounds, typename Lock>
void visit_in_turns() {
  Lock lock;
  visitors<2 * Rounds> book;
  in_threads<2>([&](std::size_t i) {
    for (std::size_t round = 0; round < Rounds; ++round) {
      lock.lock(i);
      book.enter(i);
      lock.unlock(i);
    }
  });
  book.check();
}

}  // namespace structures
