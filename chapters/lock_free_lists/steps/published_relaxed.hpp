// SPDX-License-Identifier: MIT
// wrong: a reader finds a node that is not written yet
// broken by: WrongSteps.PublishedRelaxed
#pragma once

#include <atomic>

namespace steps::published_relaxed {

struct node {
  explicit node(int number) : value{number} {}
  int value;
  node* next = nullptr;
};

class list {
 public:
  using node = published_relaxed::node;

  // [push]
  void push(node& pushed) {
    pushed.next = head_.load(std::memory_order_relaxed);
    while (!head_.compare_exchange_weak(pushed.next, &pushed,
                                        std::memory_order_relaxed)) {
    }
  }
  // [/push]

  template <class F>
  void for_each(F f) const {
    const node* each = head_.load(std::memory_order_acquire);
    for (; each != nullptr; each = each->next) f(each->value);
  }

 private:
  std::atomic<node*> head_{nullptr};
};

}  // namespace steps::published_relaxed
