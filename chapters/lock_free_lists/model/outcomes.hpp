// SPDX-License-Identifier: MIT
#pragma once

#undef NDEBUG  // assert is meant in every build
#include <atomic>
#include <cassert>
#include <interleave/interleave.hpp>
#include <string>
#include <thread>

// Programs that say what two or three operations at once came to. Each outcome
// must be that of some order of them.

namespace lock_free_lists_bodies {

inline const char* word(bool done) { return done ? "yes" : "no"; }

template <class Set, class Domain>
void insert_and_erase() {
  Domain domain;
  Set set{domain};
  bool inserted = false;
  std::thread other{[&] { inserted = set.insert(1); }};
  const bool erased = set.erase(1);
  other.join();
  interleave::observe(std::string{"inserted "} + word(inserted) + ", erased " +
                      word(erased) + ", there " + word(set.contains(1)));
}

template <class Set, class Domain>
void erase_and_insert() {
  Domain domain;
  Set set{domain};
  set.insert(1);
  bool inserted = false;
  std::thread other{[&] { inserted = set.insert(1); }};
  const bool erased = set.erase(1);
  other.join();
  interleave::observe(std::string{"inserted "} + word(inserted) + ", erased " +
                      word(erased) + ", there " + word(set.contains(1)));
}

// One looks twice while another erases the key and inserts it again.
template <class Set, class Domain>
void look_twice() {
  Domain domain;
  Set set{domain};
  set.insert(1);
  std::string seen;
  std::thread other{[&] {
    set.erase(1);
    set.insert(1);
  }};
  seen = word(set.contains(1));
  seen += std::string{", "} + word(set.contains(1));
  other.join();
  assert(set.contains(1));
  interleave::observe(seen);
}

// One inserts twice, the other erases and looks: on the same key.
template <class Set, class Domain>
void look_after_erase() {
  Domain domain;
  Set set{domain};
  set.insert(1);
  std::string seen;
  std::thread other{[&] { static_cast<void>(set.insert(1)); }};
  seen = word(set.erase(1));
  seen += std::string{", "} + word(set.contains(1));
  other.join();
  interleave::observe(seen);
}

// [two_keys]
/// Two threads insert a key each and look for the other's.
template <class Set, class Domain, bool fences = false>
void two_keys() {
  Domain domain;
  Set set{domain};
  set.insert(5);
  bool first = false;
  bool second = false;
  std::thread other{[&] {
    set.insert(1);
    if (fences) std::atomic_thread_fence(std::memory_order_seq_cst);
    first = set.contains(9);
  }};
  set.insert(9);
  if (fences) std::atomic_thread_fence(std::memory_order_seq_cst);
  second = set.contains(1);
  other.join();
  interleave::observe(std::string{"sees 9: "} + word(first) +
                      ", sees 1: " + word(second));
}
// [/two_keys]

}  // namespace lock_free_lists_bodies
