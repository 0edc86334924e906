// SPDX-License-Identifier: MIT
#pragma once

#undef NDEBUG  // assert is meant in every build
#include <cassert>
#include <thread>

#include "lock_free_lists_bodies.hpp"

// What a set promises besides.

namespace lock_free_lists_bodies {

template <class Set, class Domain>
void two_insert_the_same() {
  Domain domain;
  Set set{domain};
  bool theirs = false;
  std::thread other{[&] { theirs = set.insert(1); }};
  const bool ours = set.insert(1);
  other.join();
  assert(theirs != ours);
}

template <class Set, class Domain>
void two_erase_neighbours() {
  Domain domain;
  Set set{domain};
  set.insert(2);
  set.insert(1);
  bool theirs = false;
  std::thread other{[&] { theirs = set.erase(2); }};
  const bool ours = set.erase(1);
  other.join();
  assert(theirs && ours);
  assert(!set.contains(1) && !set.contains(2));
}

/// One looks for the last key while all are erased and reclaimed.
template <class Set, class Domain>
void one_walks_while_all_go() {
  Domain domain;
  Set set{domain};
  set.insert(2);
  set.insert(1);
  std::thread other{[&] {
    set.erase(1);
    set.erase(2);
    domain.reclaim();
  }};
  static_cast<void>(set.contains(2));
  other.join();
}

}  // namespace lock_free_lists_bodies
