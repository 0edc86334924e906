// SPDX-License-Identifier: MIT
// wrong: inserts behind a node that is erased meanwhile
// broken by: WrongSteps.FlagBesideTheLink
#pragma once

#include <atomic>

namespace steps::flag_beside_the_link {

// [node]
struct node {
  explicit node(int number) : key{number} {}
  const int key;
  std::atomic<node*> next{nullptr};
  std::atomic<bool> erased{false};
};
// [/node]

// An ordered set. The nodes belong to the caller, who keeps them.
class set {
 public:
  using node = flag_beside_the_link::node;

  // [insert]
  void insert(node& inserted) {
    for (;;) {
      place at = find(inserted.key);
      inserted.next.store(at.here, std::memory_order_relaxed);
      if (at.before->erased.load(std::memory_order_acquire)) continue;
      if (at.before->next.compare_exchange_strong(at.here, &inserted,
                                                  std::memory_order_release,
                                                  std::memory_order_relaxed)) {
        return;
      }
    }
  }
  // [/insert]

  // [erase]
  bool erase(int key) {
    place at = find(key);
    if (at.here == nullptr || at.here->key != key) return false;
    if (at.here->erased.exchange(true, std::memory_order_acq_rel)) return false;
    // From here on nobody inserts behind the node. Or so it seems.
    while (!at.before->next.compare_exchange_strong(
        at.here, at.here->next.load(std::memory_order_acquire),
        std::memory_order_release, std::memory_order_relaxed)) {
      at = find(key);
    }
    return true;
  }
  // [/erase]

  bool contains(int key) {
    const place at = find(key);
    return at.here != nullptr && at.here->key == key &&
           !at.here->erased.load(std::memory_order_acquire);
  }

 private:
  struct place {
    node* before;
    node* here;
  };

  place find(int key) {
    place at{&head_, head_.next.load(std::memory_order_acquire)};
    while (at.here != nullptr && at.here->key < key) {
      at.before = at.here;
      at.here = at.before->next.load(std::memory_order_acquire);
    }
    return at;
  }

  node head_{0};  // before all others; its key means nothing
};

}  // namespace steps::flag_beside_the_link
