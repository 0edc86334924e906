// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

#include "orders.hpp"

namespace structures {

struct mpsc_queue_sites {
  enum : std::size_t { enqueue, link, follow };
  static constexpr site_list<3> all{{
      {"enqueue", kind::modify, acq_rel},
      {"link", kind::store, release},
      {"follow", kind::load, acquire},
  }};
};

/// Vyukov's queue of many producers and one consumer.
template <order_list<3> Orders>
class mpsc_queue {
 public:
  struct node {
    int value = 0;
    std::atomic<node*> next{nullptr};
  };

  void push(node& fresh) {
    fresh.next.store(nullptr, relaxed);
    // Acquire, so that the link comes after the null that the other producer
    // stored; release, so that the next one's link comes after ours.
    node* const before = newest_.exchange(&fresh, Orders[at::enqueue]);
    before->next.store(&fresh, Orders[at::link]);
  }

  /// False if the queue is empty, or its first node is not linked yet.
  bool try_pop(int& value) {
    node* const next = oldest_->next.load(Orders[at::follow]);
    if (next == nullptr) {
      return false;
    }
    oldest_ = next;
    value = next->value;
    return true;
  }

 private:
  using at = mpsc_queue_sites;
  node stub_;
  std::atomic<node*> newest_{&stub_};
  node* oldest_ = &stub_;
};

}  // namespace structures
