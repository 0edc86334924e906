// SPDX-License-Identifier: MIT
// wrong: acquires once more what the walk has acquired
// rejected by: WeakestLinks.Link
// it says: is acq_rel/relaxed, but release/relaxed is enough
#pragma once

#include <atomic>
#include <cstdint>

namespace exercise {

struct node {
  explicit node(int number) : key{number} {}

  const int key;
  int value = 0;  // written before the node is inserted
  // The address of the next node; the lowest bit says that this one is erased.
  std::atomic<std::uintptr_t> next{0};
};

// An ordered set. The nodes belong to the caller, who keeps them for as long
// as the set is used, and inserts none of them twice.
class set {
 public:
  // Prepare is the store into a node that is not inserted yet; follow, the
  // loads of a walk; link, mark and unlink, the three changes; miss, an
  // exchange that fails.
  static constexpr std::memory_order prepare = std::memory_order_relaxed;
  static constexpr std::memory_order follow = std::memory_order_acquire;
  static constexpr std::memory_order link = std::memory_order_acq_rel;
  static constexpr std::memory_order mark = std::memory_order_acquire;
  static constexpr std::memory_order unlink = std::memory_order_release;
  static constexpr std::memory_order miss = std::memory_order_relaxed;

  using node = exercise::node;

  // Returns whether it was inserted.
  bool insert(node& inserted) {
    for (;;) {
      const place at = find_place(inserted.key);
      if (at.here != nullptr && at.here->key == inserted.key) return false;
      std::uintptr_t expected = word(at.here);
      inserted.next.store(expected, prepare);
      if (at.before->compare_exchange_strong(expected, word(&inserted), link,
                                             miss)) {
        return true;
      }
    }
  }

  // Returns whether it was erased, by this call.
  bool erase(int key) {
    const place at = find_place(key);
    if (at.here == nullptr || at.here->key != key) return false;
    const std::uintptr_t next = at.here->next.fetch_or(erased, mark);
    if ((next & erased) != 0) return false;  // by another thread
    if (!bypass(at, next)) find_place(key);
    return true;
  }

  // The node with that key, or null.
  const node* find(int key) {
    const place at = find_place(key);
    return at.here != nullptr && at.here->key == key ? at.here : nullptr;
  }

 private:
  static constexpr std::uintptr_t erased = 1;

  static std::uintptr_t word(const node* to) {
    return reinterpret_cast<std::uintptr_t>(to);
  }
  static node* to_node(std::uintptr_t word) {
    // NOLINTNEXTLINE(performance-no-int-to-ptr)
    return reinterpret_cast<node*>(word & ~erased);
  }

  // The first node that is not erased and whose key is not less, and the link
  // that leads to it.
  struct place {
    std::atomic<std::uintptr_t>* before;
    node* here;
  };

  place find_place(int key) {
    place at{&head_, to_node(head_.load(follow))};
    while (at.here != nullptr) {
      const std::uintptr_t next = at.here->next.load(follow);
      if ((next & erased) == 0) {
        if (at.here->key >= key) break;
        at = {&at.here->next, to_node(next)};
      } else if (bypass(at, next)) {
        at.here = to_node(next);
      } else {
        at = {&head_, to_node(head_.load(follow))};
      }
    }
    return at;
  }

  static bool bypass(const place& at, std::uintptr_t next) {
    std::uintptr_t expected = word(at.here);
    return at.before->compare_exchange_strong(expected, next & ~erased, unlink,
                                              miss);
  }

  std::atomic<std::uintptr_t> head_{0};
};

}  // namespace exercise
