// SPDX-License-Identifier: MIT
// wrong: ends the program instead of returning false
// rejected by: Insertion.IsLost
// it says: proves something else
#pragma once

#include <atomic>
#include <cstdlib>
#include <thread>

namespace exercise {

struct node {
  explicit node(int number) : key{number} {}
  const int key;
  std::atomic<node*> next{nullptr};
};

// The set without marks. It stays as it is. The nodes belong to the caller, who
// keeps them, and inserts none of them twice.
class set {
 public:
  using node = exercise::node;

  void insert(node& inserted) {
    for (;;) {
      place at = find(inserted.key);
      inserted.next.store(at.here, std::memory_order_relaxed);
      if (at.before->compare_exchange_strong(at.here, &inserted,
                                             std::memory_order_release,
                                             std::memory_order_relaxed)) {
        return;
      }
    }
  }

  bool erase(int key) {
    for (;;) {
      place at = find(key);
      if (at.here == nullptr || at.here->key != key) return false;
      node* const next = at.here->next.load(std::memory_order_acquire);
      if (at.before->compare_exchange_strong(at.here, next,
                                             std::memory_order_release,
                                             std::memory_order_relaxed)) {
        return true;
      }
    }
  }

  bool contains(int key) {
    const place at = find(key);
    return at.here != nullptr && at.here->key == key;
  }

 private:
  // The first node whose key is not less, and the link that leads to it.
  struct place {
    std::atomic<node*>* before;
    node* here;
  };

  place find(int key) {
    place at{&head_, head_.load(std::memory_order_acquire)};
    while (at.here != nullptr && at.here->key < key) {
      at.before = &at.here->next;
      at.here = at.before->load(std::memory_order_acquire);
    }
    return at;
  }

  std::atomic<node*> head_{nullptr};
};

// Returns whether the set has kept what was inserted. One thread links 2 behind
// 1, and the other leads past 1 to what was behind it before.
template <class Set>
bool keeps_what_is_inserted() {
  typename Set::node one{1};
  typename Set::node two{2};
  Set set;
  set.insert(one);
  std::thread other{[&] { set.insert(two); }};
  set.erase(1);
  other.join();
  if (!set.contains(2)) std::abort();
  return true;
}

// Returns whether what was erased stays out. One thread leads from 1 past 2,
// and the other leads past 1 to 2.
template <class Set>
bool keeps_out_what_is_erased() {
  typename Set::node one{1};
  typename Set::node two{2};
  Set set;
  set.insert(one);
  set.insert(two);
  std::thread other{[&] { set.erase(2); }};
  set.erase(1);
  other.join();
  return !set.contains(2);
}

}  // namespace exercise
