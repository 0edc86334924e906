// SPDX-License-Identifier: MIT
#pragma once

#include <interleave/interleave.hpp>
#include <thread>

// Small programs of a set whose nodes belong to the caller and have a value:
// what is written into a node before it is inserted is handed over with it.

namespace handing_over {

using interleave::require;

// Inserts a node whose value is ten times its key.
template <class Set>
void insert(Set& all, typename Set::node& inserted) {
  inserted.value = 10 * inserted.key;
  require(all.insert(inserted), "it is inserted");
}

// Whoever finds a key finds the value that goes with it.
template <class Set>
bool finds(Set& all, int key) {
  const auto* const found = all.find(key);
  if (found == nullptr) return false;
  require(found->value == 10 * key, "the value is there with its key");
  return true;
}

/// One thread inserts while the other looks: into the empty set, then behind.
template <class Set>
void hands_over() {
  typename Set::node one{1};
  typename Set::node two{2};
  Set all;
  std::thread other{[&] {
    insert(all, one);
    insert(all, two);
  }};
  const bool newer = finds(all, 2);
  const bool older = finds(all, 1);
  require(older || !newer, "who finds the second finds the first");
  other.join();
  require(finds(all, 1) && finds(all, 2), "both are inserted");
}

/// One thread inserts a node and erases the one before it; the other looks.
template <class Set>
void hands_over_past_the_erased() {
  typename Set::node one{1};
  typename Set::node two{2};
  Set all;
  insert(all, one);
  std::thread other{[&] {
    insert(all, two);
    require(all.erase(1), "it was there");
  }};
  const bool found = finds(all, 2);
  other.join();
  require(finds(all, 2) || !found, "it stays");
}

/// One thread inserts a node behind the one that the other erases.
template <class Set>
void takes_over_from_the_erased() {
  typename Set::node one{1};
  typename Set::node two{2};
  Set all;
  insert(all, one);
  std::thread other{[&] { insert(all, two); }};
  require(all.erase(1), "it was there");
  finds(all, 2);
  other.join();
  require(!finds(all, 1) && finds(all, 2), "one is erased, two is inserted");
}

/// One thread erases a node and inserts one in its place; the other meets the
/// erased one, and must begin again.
template <class Set>
void begins_again() {
  typename Set::node one{1};
  typename Set::node two{2};
  Set all;
  insert(all, two);
  std::thread other{[&] {
    require(all.erase(2), "it was there");
    insert(all, one);
  }};
  finds(all, 1);
  other.join();
  require(finds(all, 1) && !finds(all, 2), "two is erased, one is inserted");
}

/// Two threads erase: neighbours, and one of them the other's as well.
template <class Set>
void erase_at_once() {
  typename Set::node one{1};
  typename Set::node two{2};
  Set all;
  insert(all, one);
  insert(all, two);
  bool theirs = false;
  std::thread other{[&] { theirs = all.erase(2); }};
  require(all.erase(1), "it was there");
  const bool ours = all.erase(2);
  other.join();
  require(theirs != ours, "one of the two erases it");
  require(!finds(all, 1) && !finds(all, 2), "none is left");
}

/// Two threads insert at the same place.
template <class Set>
void insert_at_once() {
  typename Set::node one{1};
  typename Set::node two{2};
  Set all;
  std::thread other{[&] { insert(all, one); }};
  insert(all, two);
  other.join();
  require(finds(all, 1) && finds(all, 2), "both are inserted");
}

}  // namespace handing_over
