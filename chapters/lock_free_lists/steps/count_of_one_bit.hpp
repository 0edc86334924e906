// SPDX-License-Identifier: MIT
// wrong: a node that is taken comes back to the top after two pops
// broken by: WrongSteps.CountOfOneBit
#pragma once

#include <atomic>

#include "locksmith/marked_ptr.hpp"

namespace steps::count_of_one_bit {

struct node {
  std::atomic<node*> next{nullptr};
};

// Free nodes, to be used again. The mark in the head counts the pops.
class stack {
  using counted = locksmith::marked_ptr<count_of_one_bit::node>;

 public:
  using node = count_of_one_bit::node;

  void push(node& pushed) {
    counted first = head_.load(std::memory_order_relaxed);
    do {
      pushed.next.store(first.get(), std::memory_order_relaxed);
    } while (!head_.compare_exchange_weak(
        first, counted{&pushed, first.marked()}, std::memory_order_release,
        std::memory_order_relaxed));
  }

  // [pop]
  node* pop() {
    counted first = head_.load(std::memory_order_acquire);
    while (first.get() != nullptr) {
      node* const second = first->next.load(std::memory_order_relaxed);
      // The count is one bit, and each pop raises it.
      if (head_.compare_exchange_weak(first, counted{second, !first.marked()},
                                      std::memory_order_acquire)) {
        break;
      }
    }
    return first.get();
  }
  // [/pop]

 private:
  std::atomic<counted> head_{counted{}};
};

}  // namespace steps::count_of_one_bit
