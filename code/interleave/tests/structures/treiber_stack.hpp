// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

#include "orders.hpp"

namespace structures {

struct treiber_stack_sites {
  enum : std::size_t { push, look, pop, look_again };
  static constexpr site_list<4> all{{
      {"push", kind::modify, release},
      {"look", kind::load, acquire},
      {"pop", kind::modify, acquire},
      {"look_again", kind::load, acquire},
  }};
};

/// A lock-free stack. It never frees a node; its callers keep them.
template <order_list<4> Orders>
class treiber_stack {
 public:
  struct node {
    int value = 0;
    node* next = nullptr;
  };

  void push(node& fresh) {
    fresh.next = head_.load(relaxed);
    while (!head_.compare_exchange_weak(fresh.next, &fresh, Orders[at::push],
                                        relaxed)) {
    }
  }

  /// Null if the stack is empty.
  node* pop() {
    node* top = head_.load(Orders[at::look]);
    // A successful exchange may as well be relaxed: whoever reads what it
    // wrote still reads from the release sequence of every push below.
    while (top != nullptr &&
           !head_.compare_exchange_weak(top, top->next, Orders[at::pop],
                                        Orders[at::look_again])) {
    }
    return top;
  }

 private:
  using at = treiber_stack_sites;
  std::atomic<node*> head_{nullptr};
};

}  // namespace structures
