// SPDX-License-Identifier: MIT
#pragma once

#undef NDEBUG  // assert is meant in every build
#include <cassert>
#include <thread>

// Programs that need the orders of a list.

namespace lock_free_lists_bodies {

/// One inserts at the front while another walks.
template <class List, class Domain>
void one_walks_while_one_inserts() {
  Domain domain;
  List list{domain};
  list.insert(2);
  std::thread other{[&] { list.insert(1); }};
  int met = 0;
  list.for_each([&](int key) { met = met * 10 + key; });
  assert(met == 2 || met == 12);
  other.join();
}

/// One inserts at the end while another walks.
template <class List, class Domain>
void one_walks_while_one_appends() {
  Domain domain;
  List list{domain};
  list.insert(1);
  std::thread other{[&] { list.insert(2); }};
  int met = 0;
  list.for_each([&](int key) { met = met * 10 + key; });
  assert(met == 1 || met == 12);
  other.join();
}

template <class List, class Domain>
void one_walks_while_one_replaces() {
  Domain domain;
  List list{domain};
  list.insert(1);
  std::thread other{[&] { list.replace(1, 2); }};
  int met = 0;
  list.for_each([&](int key) { met = met * 10 + key; });
  assert(met == 1 || met == 2);
  other.join();
}

// [one_walks_over_a_link_of_two]
/// One inserts a node, another erases the one before it, and a third comes to
/// the node by a link that the second has set.
template <class List, class Domain>
void one_walks_over_a_link_of_two() {
  Domain domain;
  List list{domain};
  list.insert(1);
  std::thread inserter{[&] { list.insert(2); }};
  std::thread eraser{[&] { list.erase(1); }};
  int met = 0;
  list.for_each([&](int key) { met = met * 10 + key; });
  inserter.join();
  eraser.join();
  assert(met == 1 || met == 12 || met == 2 || met == 0);
}
// [/one_walks_over_a_link_of_two]

/// The same for a set, by `contains`.
template <class Set, class Domain>
void one_looks_over_a_link_of_two() {
  Domain domain;
  Set set{domain};
  set.insert(1);
  std::thread inserter{[&] { set.insert(2); }};
  std::thread eraser{[&] { set.erase(1); }};
  static_cast<void>(set.contains(2));
  inserter.join();
  eraser.join();
  assert(set.contains(2));
}

/// One looks for what another inserts behind a key.
template <class Set, class Domain>
void one_looks_while_one_appends() {
  Domain domain;
  Set set{domain};
  set.insert(1);
  std::thread other{[&] { set.insert(2); }};
  static_cast<void>(set.contains(2));
  other.join();
  assert(set.contains(1) && set.contains(2));
}

}  // namespace lock_free_lists_bodies
