// SPDX-License-Identifier: MIT
#pragma once

#undef NDEBUG  // assert is meant in every build
#include <atomic>
#include <cassert>
#include <thread>
#include <utility>

#include "locksmith/hazard_pointer.hpp"
#include "reclamation_domain_bodies.hpp"

// The same for the interface of C++26.

namespace reclamation_bodies {

struct node : locksmith::hazard_pointer_obj_base<node> {
  explicit node(int n) : value{n} {}
  int value;
};

// Lets a hazard pointer read an object that main replaces.
template <class Reader>
void replaces_under(Reader reader) {
  std::atomic<node*> current{new node{1}};
  std::thread thread{[&] { reader(current); }};
  current.exchange(new node{2}, std::memory_order_acq_rel)->retire();
  locksmith::hazard_pointer_default_domain().reclaim();
  thread.join();
  current.load(std::memory_order_relaxed)->retire();
  locksmith::hazard_pointer_default_domain().reclaim();
}

// [a_hazard_pointer_protects]
inline void a_hazard_pointer_protects() {
  replaces_under([](const std::atomic<node*>& current) {
    locksmith::hazard_pointer hazard = locksmith::make_hazard_pointer();
    assert_whole(hazard.protect(current)->value);
  });
}
// [/a_hazard_pointer_protects]

/// The second object takes the place of the first.
inline void a_hazard_pointer_protects_again() {
  replaces_under([](const std::atomic<node*>& current) {
    locksmith::hazard_pointer hazard = locksmith::make_hazard_pointer();
    const int first = hazard.protect(current)->value;
    const int second = hazard.protect(current)->value;
    assert_whole(first);
    assert(first <= second);  // no older one after a newer one
  });
}

/// The hazard pointer lets go, and lives on.
inline void a_hazard_pointer_is_reset() {
  replaces_under([](const std::atomic<node*>& current) {
    locksmith::hazard_pointer hazard = locksmith::make_hazard_pointer();
    assert_whole(hazard.protect(current)->value);
    hazard.reset_protection();
    hazard = locksmith::hazard_pointer{};
  });
}

/// One hazard pointer protects, and another takes over.
inline void a_hazard_pointer_moves() {
  replaces_under([](const std::atomic<node*>& current) {
    locksmith::hazard_pointer hazard = locksmith::make_hazard_pointer();
    const node* const seen = hazard.protect(current);
    locksmith::hazard_pointer other;
    swap(hazard, other);
    assert(hazard.empty());
    const locksmith::hazard_pointer last{std::move(other)};
    assert_whole(seen->value);
  });
}

}  // namespace reclamation_bodies
