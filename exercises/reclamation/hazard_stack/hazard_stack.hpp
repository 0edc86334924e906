// SPDX-License-Identifier: MIT
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
    // TODO: what is still there goes.
  }

  void push(T value) {
    // TODO: a node with the value becomes the top.
    static_cast<void>(value);
  }

  // Nothing if the stack is empty.
  std::optional<T> try_pop() {
    // TODO: the node below the top becomes the top; the old one is retired.
    return {};
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
