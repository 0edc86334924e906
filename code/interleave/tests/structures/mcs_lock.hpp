// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

#include "orders.hpp"
#include "threads.hpp"

namespace structures {

struct mcs_lock_sites {
  enum : std::size_t {
    enqueue,
    link,
    wait,
    first_look,
    close,
    second_look,
    hand_over
  };
  static constexpr site_list<7> all{{
      {"enqueue", kind::modify, acq_rel},
      {"link", kind::store, release},
      {"wait", kind::load, acquire},
      {"first_look", kind::load, acquire},
      {"close", kind::modify, release},
      {"second_look", kind::load, acquire},
      {"hand_over", kind::store, release},
  }};
};

/// The queue lock of Mellor-Crummey and Scott: each thread waits on a word of
/// its own node.
template <order_list<7> Orders>
class mcs_lock {
 public:
  struct node {
    std::atomic<node*> next{nullptr};
    std::atomic<bool> waits{false};
  };

  void lock(node& mine) {
    mine.next.store(nullptr, relaxed);
    mine.waits.store(true, relaxed);
    node* before = tail_.exchange(&mine, Orders[at::enqueue]);
    if (before != nullptr) {
      before->next.store(&mine, Orders[at::link]);
      spin_until([&] { return !mine.waits.load(Orders[at::wait]); });
    }
  }

  void unlock(node& mine) {
    node* after = mine.next.load(Orders[at::first_look]);
    if (after == nullptr) {
      node* last = &mine;
      if (tail_.compare_exchange_strong(last, nullptr, Orders[at::close],
                                        relaxed)) {
        return;
      }
      // Somebody is in the queue behind us and has yet to link itself.
      spin_until([&] {
        after = mine.next.load(Orders[at::second_look]);
        return after != nullptr;
      });
    }
    after->waits.store(false, Orders[at::hand_over]);
  }

 private:
  using at = mcs_lock_sites;
  std::atomic<node*> tail_{nullptr};
};

}  // namespace structures
