// SPDX-License-Identifier: MIT
// wrong: an erased key comes back, and an inserted one goes
// broken by: WrongSteps.UndoneRemoval
#pragma once

#include <atomic>

namespace steps::unmarked {

struct node {
  explicit node(int number) : key{number} {}
  const int key;
  std::atomic<node*> next{nullptr};
};

// An ordered set. The nodes belong to the caller, who keeps them.
class set {
 public:
  using node = unmarked::node;

  // [insert]
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
  // [/insert]

  // [erase]
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
  // [/erase]

  bool contains(int key) {
    const place at = find(key);
    return at.here != nullptr && at.here->key == key;
  }

 private:
  // [find]
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
  // [/find]

  std::atomic<node*> head_{nullptr};
};

}  // namespace steps::unmarked
