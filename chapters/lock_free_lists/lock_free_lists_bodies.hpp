// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <interleave/interleave.hpp>
#include <thread>

#include "model/domains.hpp"

// Small programs for the checker, each the smallest that shows one promise of a
// list kept or broken. The chapter's headers, its steps and the readers'
// answers run through the same ones.

namespace lock_free_lists_bodies {

using interleave::require;

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
    require(met, "the first is met");
  }};
  list.push(second);
  reader.join();
}
// [/one_pushes_while_one_walks]

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
  require(taken == 3, "each is taken once");
}

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
    require(left != ours && left != theirs, "what was taken is not there");
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
  require(!set.contains(2), "2 is erased");
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
  require(set.contains(2), "2 is inserted");
}
// [/one_links_behind_one_unlinked]

// --- Lists that own their nodes, over a domain.

/// One erases an element while another walks; what follows it is met.
template <class List, class Domain>
void one_walks_while_one_erases() {
  Domain domain;
  List list{domain};
  list.insert(2);
  list.insert(1);
  at_once(
      domain,
      [&] {
        int met = 0;
        list.for_each([&](int key) { met = met * 10 + key; });
        require(met == 12 || met == 2, "2 is met");
      },
      [&] { list.erase(1); });
}

/// Two insert at the same place.
template <class List, class Domain>
void two_insert_next_to_each_other() {
  Domain domain;
  List list{domain};
  at_once(domain, [&] { list.insert(1); }, [&] { list.insert(2); });
  int met = 0;
  list.for_each([&](int key) { met = met * 10 + key; });
  require(met == 12, "both are inserted");
}

template <class Set, class Domain>
void two_insert_the_same() {
  Domain domain;
  Set set{domain};
  bool theirs = false;
  bool ours = false;
  at_once(
      domain, [&] { theirs = set.insert(1); }, [&] { ours = set.insert(1); });
  require(theirs != ours, "one of the two inserts it");
}

template <class Set, class Domain>
void two_erase_the_same() {
  Domain domain;
  Set set{domain};
  set.insert(1);
  bool theirs = false;
  bool ours = false;
  at_once(domain, [&] { theirs = set.erase(1); }, [&] { ours = set.erase(1); });
  require(theirs != ours, "one of the two erases it");
}

template <class Set, class Domain>
void two_erase_neighbours() {
  Domain domain;
  Set set{domain};
  set.insert(2);
  set.insert(1);
  bool theirs = false;
  bool ours = false;
  at_once(domain, [&] { theirs = set.erase(2); }, [&] { ours = set.erase(1); });
  require(theirs && ours, "both were there");
  require(!set.contains(1) && !set.contains(2), "none is left");
}

template <class Set, class Domain>
void one_inserts_behind_one_erased() {
  Domain domain;
  Set set{domain};
  set.insert(1);
  at_once(domain, [&] { set.insert(2); }, [&] { set.erase(1); });
  require(set.contains(2) && !set.contains(1), "2 stays");
}

/// One inserts before a key that another erases.
template <class Set, class Domain>
void one_inserts_before_one_erased() {
  Domain domain;
  Set set{domain};
  set.insert(2);
  at_once(domain, [&] { set.insert(1); }, [&] { set.erase(2); });
  reclaim_alone(domain);
  require(set.contains(1) && !set.contains(2), "1 stays");
}

/// A set that counts: one inserts, another erases and asks.
template <class Set, class Domain>
void one_asks_for_the_size() {
  Domain domain;
  Set set{domain};
  at_once(
      domain, [&] { set.insert(1); },
      [&] {
        set.erase(1);
        require(set.size() <= 1, "no more than were inserted");
      });
}

/// One looks for the last key while all are erased and reclaimed.
template <class Set, class Domain>
void one_walks_while_all_go() {
  Domain domain;
  Set set{domain};
  set.insert(2);
  set.insert(1);
  at_once(
      domain,
      [&] {
        set.erase(1);
        set.erase(2);
        reclaim(domain);
      },
      [&] { static_cast<void>(set.contains(2)); });
}

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
  require(set.contains(3), "3 stays");
  eraser.join();
}
// [/one_walks_while_the_first_go]

}  // namespace lock_free_lists_bodies
