// SPDX-License-Identifier: MIT
// wrong: deletes the node that it has taken, which another thread may protect
// rejected by: EveryExecution.GivesEachAnother
// it says: races with the free at deletes_at_once.hpp
#pragma once

#include <atomic>
#include <optional>
#include <utility>

#include "locksmith/hazard_pointer.hpp"

namespace exercise {

struct from_the_heap {};

// A stack that any thread may use, without a lock. Nodes take their memory from
// where `Memory` says, which may have `operator new` and `operator delete`.
template <class T, class Memory = from_the_heap>
class stack {
 public:
  stack() = default;
  stack(const stack&) = delete;
  stack& operator=(const stack&) = delete;
  ~stack() {
    node* each = top_.load(std::memory_order_relaxed);
    while (each != nullptr) delete std::exchange(each, each->below);
  }

  void push(T value) {
    auto* const added = new node{std::move(value)};
    added->below = top_.load(std::memory_order_relaxed);
    // Release pairs with the acquire in hazard_pointer::protect: whoever finds
    // the node finds its value, and what is below.
    while (!top_.compare_exchange_weak(added->below, added,
                                       std::memory_order_release,
                                       std::memory_order_relaxed)) {
    }
  }

  // Nothing if the stack is empty.
  std::optional<T> try_pop() {
    locksmith::hazard_pointer hazard = locksmith::make_hazard_pointer();
    for (;;) {
      node* top = hazard.protect(top_);
      if (top == nullptr) return {};
      // As long as it is protected, no other node has its address: if it is the
      // top still, what was below it is below it still. Relaxed, since the
      // release sequences of the pushes go on through it.
      if (top_.compare_exchange_strong(top, top->below,
                                       std::memory_order_relaxed)) {
        std::optional<T> value{std::move(top->value)};
        delete top;
        return value;
      }
    }
  }

 private:
  struct node : locksmith::hazard_pointer_obj_base<node>, Memory {
    explicit node(T initial) : value{std::move(initial)} {}

    T value;
    node* below = nullptr;
  };

  std::atomic<node*> top_{nullptr};
};

}  // namespace exercise
