// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

#include "orders.hpp"
#include "threads.hpp"

namespace structures {

struct tas_lock_sites {
  enum : std::size_t { take, give };
  static constexpr site_list<2> all{{
      {"take", kind::modify, acquire},
      {"give", kind::store, release},
  }};
};

/// Test and set: the lock of one bit.
template <order_list<2> Orders>
class tas_lock {
 public:
  void lock() {
    spin_until([this] { return !held_.exchange(true, Orders[at::take]); });
  }
  void unlock() { held_.store(false, Orders[at::give]); }

 private:
  using at = tas_lock_sites;
  std::atomic<bool> held_{false};
};

/// Test, then test and set: waits with loads, which leave the cache line
/// shared.
template <order_list<2> Orders>
class ttas_lock {
 public:
  void lock() {
    do {
      spin_until([this] { return !held_.load(relaxed); });
    } while (held_.exchange(true, Orders[at::take]));
  }
  void unlock() { held_.store(false, Orders[at::give]); }

 private:
  using at = tas_lock_sites;
  std::atomic<bool> held_{false};
};

}  // namespace structures
