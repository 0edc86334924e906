// SPDX-License-Identifier: MIT
// wrong: a node that is taken comes back to the top
// broken by: WrongSteps.PopOfRecycled
#pragma once

#include <atomic>

namespace steps::pop_of_recycled {

struct node {
  std::atomic<node*> next{nullptr};
};

// Free nodes, to be used again: nobody deletes them.
class stack {
 public:
  using node = pop_of_recycled::node;

  void push(node& pushed) {
    node* first = head_.load(std::memory_order_relaxed);
    do {
      pushed.next.store(first, std::memory_order_relaxed);
    } while (!head_.compare_exchange_weak(
        first, &pushed, std::memory_order_release, std::memory_order_relaxed));
  }

  // [pop]
  node* pop() {
    node* first = head_.load(std::memory_order_acquire);
    while (first != nullptr) {
      node* const second = first->next.load(std::memory_order_relaxed);
      if (head_.compare_exchange_weak(first, second,
                                      std::memory_order_acquire)) {
        break;
      }
    }
    return first;
  }
  // [/pop]

 private:
  std::atomic<node*> head_{nullptr};
};

}  // namespace steps::pop_of_recycled
