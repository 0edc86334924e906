// SPDX-License-Identifier: MIT
// wrong: a reader misses the rest of the list
// broken by: WrongSteps.LinkedTooLate
#pragma once

#include <atomic>

namespace steps::linked_too_late {

struct node {
  explicit node(int number) : value{number} {}
  int value;
  std::atomic<node*> next{nullptr};
};

class list {
 public:
  using node = linked_too_late::node;

  // [push]
  void push(node& pushed) {
    node* first = head_.load(std::memory_order_relaxed);
    while (!head_.compare_exchange_weak(
        first, &pushed, std::memory_order_release, std::memory_order_relaxed)) {
    }
    pushed.next.store(first, std::memory_order_release);
  }
  // [/push]

  // [walk]
  template <class F>
  void for_each(F f) const {
    const node* each = head_.load(std::memory_order_acquire);
    for (; each != nullptr; each = each->next.load(std::memory_order_acquire)) {
      f(each->value);
    }
  }
  // [/walk]

 private:
  std::atomic<node*> head_{nullptr};
};

}  // namespace steps::linked_too_late
