// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

#include "orders.hpp"
#include "threads.hpp"

namespace structures {

struct clh_lock_sites {
  enum : std::size_t { enqueue, wait, leave };
  static constexpr site_list<3> all{{
      {"enqueue", kind::modify, acq_rel},
      {"wait", kind::load, acquire},
      {"leave", kind::store, release},
  }};
};

/// The queue lock of Craig, Landin and Hagersten: each thread waits on the
/// cell of the one before it, and takes that cell along when it leaves.
template <order_list<3> Orders>
class clh_lock {
  struct cell {
    std::atomic<bool> busy{false};
  };

 public:
  class node {
    friend clh_lock;
    cell own_;
    cell* mine_ = &own_;
    cell* before_ = nullptr;
  };

  void lock(node& caller) {
    caller.mine_->busy.store(true, relaxed);
    caller.before_ = tail_.exchange(caller.mine_, Orders[at::enqueue]);
    spin_until([&] { return !caller.before_->busy.load(Orders[at::wait]); });
  }

  void unlock(node& caller) {
    cell* const left = caller.mine_;
    caller.mine_ = caller.before_;
    left->busy.store(false, Orders[at::leave]);
  }

 private:
  using at = clh_lock_sites;
  cell first_;
  std::atomic<cell*> tail_{&first_};
};

}  // namespace structures
