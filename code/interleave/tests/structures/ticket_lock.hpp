// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

#include "orders.hpp"
#include "threads.hpp"

namespace structures {

struct ticket_lock_sites {
  enum : std::size_t { wait, next };
  static constexpr site_list<2> all{{
      {"wait", kind::load, acquire},
      {"next", kind::store, release},
  }};
};

/// Serves threads in the order of their tickets.
template <order_list<2> Orders>
class ticket_lock {
 public:
  void lock() {
    const unsigned mine = tickets_.fetch_add(1, relaxed);
    spin_until([&] { return serving_.load(Orders[at::wait]) == mine; });
  }
  void unlock() {
    serving_.store(serving_.load(relaxed) + 1, Orders[at::next]);
  }

 private:
  using at = ticket_lock_sites;
  std::atomic<unsigned> tickets_{0};
  std::atomic<unsigned> serving_{0};
};

}  // namespace structures
