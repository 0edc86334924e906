// SPDX-License-Identifier: MIT
#pragma once

#include "locksmith/rcu.hpp"
#include "rcu_bodies.hpp"

// Small programs that the parts of a domain must pass in every execution: the
// stack of what is retired, and the records of the threads.

namespace rcu_bodies {

struct passed_on : locksmith::reclaimable<passed_on> {
  int value = 1;
};

/// What one thread puts on a stack, another gives to its deleter. (A domain's
/// heavy fence between the two would do in the place of an acquire. Other ways
/// to wait for readers have none.)
inline void a_stack_hands_over() {
  locksmith::detail::retired_stack stack;
  std::thread other{[&] {
    auto* const object = new passed_on;
    object->reclaim_by({});
    stack.push(*object);
  }};
  stack.take_all().reclaim();
  other.join();
  stack.take_all().reclaim();
}

struct record : locksmith::detail::thread_record {
  int uses = 0;
};
using records = locksmith::detail::thread_records<record>;

/// A thread gets the record of one that has ended.
inline void a_record_changes_hands() {
  locksmith::detail::domain_name name;
  name.take();
  const auto use = [&] { ++records::mine(name).uses; };
  std::thread first{use};
  std::thread second{use};
  first.join();
  second.join();
  records::forget(name.get());
}

/// Whoever finds that a thread has left knows that it is done.
inline void a_record_is_left() {
  locksmith::detail::domain_name name;
  name.take();
  std::atomic<bool> came{false};
  [[maybe_unused]] int work = 0;
  std::thread other{[&] {
    records::mine(name);
    came.store(true, std::memory_order_release);
    work = 1;
  }};
  const auto is_there = [&] {
    bool there = false;
    records::for_each(name.get(), [&](record&) { there = true; });
    return there;
  };
  if (!is_there() && came.load(std::memory_order_acquire) && !is_there()) {
    work = 2;
  }
  other.join();
}

}  // namespace rcu_bodies
