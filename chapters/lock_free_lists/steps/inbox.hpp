// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

namespace steps::inbox {

struct node {
  explicit node(int number) : value{number} {}
  int value;
  node* next = nullptr;  // does not change once the node is pushed
};

// [list]
class list {
 public:
  using node = inbox::node;

  void push(node& pushed) {
    pushed.next = head_.load(std::memory_order_relaxed);
    // Release pairs with the acquire of whoever comes to the node. If another
    // thread was faster, `next` gets what is at the head now.
    while (!head_.compare_exchange_weak(pushed.next, &pushed,
                                        std::memory_order_release,
                                        std::memory_order_relaxed)) {
    }
  }

  // All nodes, the last pushed first. They are the caller's from now on.
  node* take_all() {
    return head_.exchange(nullptr, std::memory_order_acquire);
  }

  template <class F>
  void for_each(F f) const {
    const node* each = head_.load(std::memory_order_acquire);
    for (; each != nullptr; each = each->next) f(each->value);
  }

 private:
  std::atomic<node*> head_{nullptr};
};
// [/list]

}  // namespace steps::inbox
