// SPDX-License-Identifier: MIT
// wrong: reads a node that is freed
// broken by: WrongSteps.PopOfFreed
#pragma once

#include <atomic>
#include <optional>

namespace steps::pop_of_freed {

class stack {
  struct node {
    explicit node(int number) : value{number} {}
    int value;
    node* next = nullptr;
  };

 public:
  stack() = default;
  stack(const stack&) = delete;
  stack& operator=(const stack&) = delete;
  ~stack() {
    while (pop()) {
    }
  }

  void push(int value) {
    auto* const pushed = new node{value};
    pushed->next = head_.load(std::memory_order_relaxed);
    while (!head_.compare_exchange_weak(pushed->next, pushed,
                                        std::memory_order_release,
                                        std::memory_order_relaxed)) {
    }
  }

  // [pop]
  std::optional<int> pop() {
    node* first = head_.load(std::memory_order_acquire);
    while (first != nullptr) {
      node* const second = first->next;
      if (head_.compare_exchange_weak(first, second,
                                      std::memory_order_acquire)) {
        const int value = first->value;
        delete first;
        return value;
      }
    }
    return std::nullopt;
  }
  // [/pop]

 private:
  std::atomic<node*> head_{nullptr};
};

}  // namespace steps::pop_of_freed
