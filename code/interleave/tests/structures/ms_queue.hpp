// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <optional>

#include "orders.hpp"

namespace structures {

struct ms_queue_sites {
  enum : std::size_t {
    see_tail,
    see_last,
    link,
    swing,
    help,
    see_head,
    see_next,
    advance
  };
  static constexpr site_list<8> all{{
      {"see_tail", kind::load, acquire},
      {"see_last", kind::load, acquire},
      {"link", kind::modify, release},
      {"swing", kind::modify, release},
      {"help", kind::modify, release},
      {"see_head", kind::load, acquire},
      {"see_next", kind::load, acquire},
      {"advance", kind::modify, release},
  }};
};

/// The queue of Michael and Scott. It never frees a node, so its dequeue need
/// not look at the tail; its callers keep the nodes.
template <order_list<8> Orders>
class ms_queue {
 public:
  struct node {
    explicit node(int v = 0) : value{v} {}
    int value;
    std::atomic<node*> next{nullptr};
  };

  void enqueue(node& fresh) {
    while (true) {
      node* last = tail_.load(Orders[at::see_tail]);
      node* next = last->next.load(Orders[at::see_last]);
      if (next != nullptr) {
        // The tail lags behind: whoever linked `next` has yet to swing it.
        tail_.compare_exchange_strong(last, next, Orders[at::help], relaxed);
      } else if (last->next.compare_exchange_strong(
                     next, &fresh, Orders[at::link], relaxed)) {
        tail_.compare_exchange_strong(last, &fresh, Orders[at::swing], relaxed);
        return;
      }
    }
  }

  std::optional<int> dequeue() {
    while (true) {
      node* first = head_.load(Orders[at::see_head]);
      node* next = first->next.load(Orders[at::see_next]);
      if (next == nullptr) {
        return std::nullopt;
      }
      if (head_.compare_exchange_strong(first, next, Orders[at::advance],
                                        relaxed)) {
        return next->value;
      }
    }
  }

 private:
  using at = ms_queue_sites;
  node dummy_;
  std::atomic<node*> head_{&dummy_};
  std::atomic<node*> tail_{&dummy_};
};

}  // namespace structures
