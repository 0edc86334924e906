// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

#include "locksmith/marked_ptr.hpp"

namespace exercise {

// An ordered set with marked links. The nodes belong to the caller, who keeps
// them, and inserts none of them twice.
class right_set {
 public:
  struct node {
    explicit node(int number) : key{number} {}
    const int key;
    std::atomic<locksmith::marked_ptr<node>> next{
        locksmith::marked_ptr<node>{}};
  };

  void insert(node& inserted) {
    for (;;) {
      place at = find(inserted.key);
      inserted.next.store(at.here, std::memory_order_relaxed);
      if (at.before->compare_exchange_strong(at.here, link{&inserted},
                                             std::memory_order_release,
                                             std::memory_order_relaxed)) {
        return;
      }
    }
  }

  bool erase(int key) {
    for (;;) {
      place at = find(key);
      if (at.here.get() == nullptr || at.here->key != key) return false;
      link next = at.here->next.load(std::memory_order_acquire);
      if (next.marked()) continue;
      if (at.here->next.compare_exchange_strong(next, next.with_mark(),
                                                std::memory_order_acquire,
                                                std::memory_order_relaxed)) {
        find(key);
        return true;
      }
    }
  }

  bool contains(int key) {
    const place at = find(key);
    return at.here.get() != nullptr && at.here->key == key;
  }

 private:
  using link = locksmith::marked_ptr<node>;

  struct place {
    std::atomic<link>* before;
    link here;
  };

  place find(int key) {
    place at{&head_, head_.load(std::memory_order_acquire)};
    while (at.here.get() != nullptr) {
      const link next = at.here->next.load(std::memory_order_acquire);
      link expected = at.here;
      if (!next.marked()) {
        if (at.here->key >= key) break;
        at = {&at.here->next, next};
      } else if (at.before->compare_exchange_strong(
                     expected, next.without_mark(), std::memory_order_release,
                     std::memory_order_relaxed)) {
        at.here = next.without_mark();
      } else {
        at = {&head_, head_.load(std::memory_order_acquire)};
      }
    }
    return at;
  }

  std::atomic<link> head_{link{}};
};

}  // namespace exercise
