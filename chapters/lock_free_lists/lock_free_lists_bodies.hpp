// SPDX-License-Identifier: MIT
#pragma once

#undef NDEBUG  // assert is meant in every build
#include <atomic>
#include <cassert>
#include <thread>

#include "locksmith/rcu.hpp"

// Small programs for the checker, each the smallest that shows one promise of a
// list kept or broken. The chapter's headers and its steps run through the same
// ones; model/promises.hpp and model/orders.hpp have more for the headers.

namespace lock_free_lists_bodies {

// --- Lists whose nodes belong to the caller.

// [one_pushes_while_one_walks]
/// One thread pushes while another walks: what was there before is met.
template <class List>
void one_pushes_while_one_walks() {
  typename List::node first{1};
  typename List::node second{2};
  List list;
  list.push(first);
  std::thread reader{[&] {
    bool met = false;
    list.for_each([&](int value) { met = met || value == 1; });
    assert(met);
  }};
  list.push(second);
  reader.join();
}
// [/one_pushes_while_one_walks]

// [two_push_and_one_takes]
/// Two threads push, and one of them takes all.
template <class List>
void two_push_and_one_takes() {
  typename List::node first{1};
  typename List::node second{2};
  List list;
  std::thread other{[&] { list.push(first); }};
  list.push(second);
  int taken = 0;
  const auto take = [&] {
    const typename List::node* each = list.take_all();
    for (; each != nullptr; each = each->next) taken += each->value;
  };
  take();
  other.join();
  take();
  assert(taken == 3);
}
// [/two_push_and_one_takes]

// [two_pop]
/// Two threads pop.
template <class Stack>
void two_pop() {
  Stack stack;
  stack.push(2);
  stack.push(1);
  std::thread other{[&] { stack.pop(); }};
  stack.pop();
  other.join();
}
// [/two_pop]

// [one_pops_while_one_recycles]
/// One thread pops; the other pops two and pushes the first of them again.
template <class Stack>
void one_pops_while_one_recycles() {
  typename Stack::node one;
  typename Stack::node two;
  Stack stack;
  stack.push(two);
  stack.push(one);
  typename Stack::node* theirs = nullptr;
  std::thread other{[&] { theirs = stack.pop(); }};
  auto* const again = stack.pop();
  auto* const ours = stack.pop();
  if (again != nullptr) stack.push(*again);
  other.join();
  while (auto* const left = stack.pop()) {
    assert(left != ours && left != theirs);
  }
}
// [/one_pops_while_one_recycles]

// [two_unlink_neighbours]
/// Two threads erase one key each, next to each other.
template <class Set>
void two_unlink_neighbours() {
  typename Set::node one{1};
  typename Set::node two{2};
  Set set;
  set.insert(two);
  set.insert(one);
  std::thread other{[&] { set.erase(2); }};
  set.erase(1);
  other.join();
  assert(!set.contains(2));
}
// [/two_unlink_neighbours]

// [one_links_behind_one_unlinked]
/// One thread inserts a key behind the one that another erases.
template <class Set>
void one_links_behind_one_unlinked() {
  typename Set::node one{1};
  typename Set::node two{2};
  Set set;
  set.insert(one);
  std::thread other{[&] { set.insert(two); }};
  set.erase(1);
  other.join();
  assert(set.contains(2));
}
// [/one_links_behind_one_unlinked]

// --- Lists that own their nodes, over a domain.

// [one_walks_while_one_erases]
/// One erases an element while another walks; what follows it is met.
template <class List, class Domain>
void one_walks_while_one_erases() {
  Domain domain;
  List list{domain};
  list.insert(2);
  list.insert(1);
  std::thread reader{[&] {
    int met = 0;
    list.for_each([&](int key) { met = met * 10 + key; });
    assert(met == 12 || met == 2);
  }};
  list.erase(1);
  reader.join();
}
// [/one_walks_while_one_erases]

// [two_insert_next_to_each_other]
/// Two insert at the same place.
template <class List, class Domain>
void two_insert_next_to_each_other() {
  Domain domain;
  List list{domain};
  std::thread other{[&] { list.insert(1); }};
  list.insert(2);
  other.join();
  int met = 0;
  list.for_each([&](int key) { met = met * 10 + key; });
  assert(met == 12);
}
// [/two_insert_next_to_each_other]

// [two_erase_the_same]
/// Two erase one key: it was one of the two.
template <class Set, class Domain>
void two_erase_the_same() {
  Domain domain;
  Set set{domain};
  set.insert(1);
  bool theirs = false;
  std::thread other{[&] { theirs = set.erase(1); }};
  const bool ours = set.erase(1);
  other.join();
  assert(theirs != ours);
}
// [/two_erase_the_same]

// [one_inserts_behind_one_erased]
/// One inserts behind a key that another erases.
template <class Set, class Domain>
void one_inserts_behind_one_erased() {
  Domain domain;
  Set set{domain};
  set.insert(1);
  std::thread other{[&] { set.insert(2); }};
  set.erase(1);
  other.join();
  assert(set.contains(2) && !set.contains(1));
}
// [/one_inserts_behind_one_erased]

// [one_inserts_before_one_erased]
/// One inserts before a key that another erases.
template <class Set, class Domain>
void one_inserts_before_one_erased() {
  Domain domain;
  Set set{domain};
  set.insert(2);
  std::thread other{[&] { set.insert(1); }};
  set.erase(2);
  other.join();
  domain.reclaim();
  assert(set.contains(1) && !set.contains(2));
}
// [/one_inserts_before_one_erased]

// [one_walks_while_one_changes_it]
/// One walks while another puts an element in front and erases the last.
template <class List>
void one_walks_while_one_changes_it() {
  locksmith::rcu_domain domain;
  List list{domain};
  list.push_front(3);
  list.push_front(2);
  std::thread reader{[&] {
    int met = 0;
    list.for_each([&](int each) { met = met * 10 + each; });
    assert(met == 23 || met == 123 || met == 2 || met == 12);
  }};
  list.push_front(1);
  list.erase([](int each) { return each == 3; });
  reader.join();
}
// [/one_walks_while_one_changes_it]

// [one_asks_for_the_size]
/// A set that counts: one inserts, another erases and asks.
template <class Set, class Domain>
void one_asks_for_the_size() {
  Domain domain;
  Set set{domain};
  std::thread inserter{[&] { set.insert(1); }};
  set.erase(1);
  assert(set.size() <= 1);
  inserter.join();
}
// [/one_asks_for_the_size]

// [one_walks_while_the_first_go]
/// One looks for the last key while the first two are erased and reclaimed, by
/// a set that can only erase its first key.
template <class Set>
void one_walks_while_the_first_go() {
  Set set;
  for (const int key : {3, 2, 1}) set.insert(key);
  std::thread eraser{[&] {
    set.erase_first();
    set.erase_first();
    set.reclaim();
  }};
  assert(set.contains(3));
  eraser.join();
}
// [/one_walks_while_the_first_go]

}  // namespace lock_free_lists_bodies
