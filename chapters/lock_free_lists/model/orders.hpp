// SPDX-License-Identifier: MIT
#pragma once

#include "lock_free_lists_bodies.hpp"

// Programs that need the orders of a list.

namespace lock_free_lists_bodies {

/// One inserts at the front while another walks.
template <class List, class Domain>
void one_walks_while_one_inserts() {
  Domain domain;
  List list{domain};
  list.insert(2);
  at_once(
      domain, [&] { list.insert(1); },
      [&] {
        int met = 0;
        list.for_each([&](int key) { met = met * 10 + key; });
        require(met == 2 || met == 12, "2 is met");
      });
}

/// One inserts at the end while another walks.
template <class List, class Domain>
void one_walks_while_one_appends() {
  Domain domain;
  List list{domain};
  list.insert(1);
  at_once(
      domain, [&] { list.insert(2); },
      [&] {
        int met = 0;
        list.for_each([&](int key) { met = met * 10 + key; });
        require(met == 1 || met == 12, "1 is met");
      });
}

template <class List, class Domain>
void one_walks_while_one_replaces() {
  Domain domain;
  List list{domain};
  list.insert(1);
  at_once(
      domain, [&] { list.replace(1, 2); },
      [&] {
        int met = 0;
        list.for_each([&](int key) { met = met * 10 + key; });
        require(met == 1 || met == 2, "the old or the new is met");
      });
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
  require(met == 1 || met == 12 || met == 2 || met == 0, "whole nodes are met");
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
  require(set.contains(2), "2 is there");
}

/// One looks for what another inserts behind a key.
template <class Set, class Domain>
void one_looks_while_one_appends() {
  Domain domain;
  Set set{domain};
  set.insert(1);
  at_once(
      domain, [&] { set.insert(2); },
      [&] { static_cast<void>(set.contains(2)); });
  require(set.contains(1) && set.contains(2), "both are there");
}

}  // namespace lock_free_lists_bodies
