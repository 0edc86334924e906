// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

#include "orders.hpp"
#include "threads.hpp"

namespace structures {

struct rw_lock_sites {
  enum : std::size_t { read_lock, read_unlock, write_lock, write_unlock };
  static constexpr site_list<4> all{{
      {"read_lock", kind::modify, acquire},
      {"read_unlock", kind::modify, release},
      {"write_lock", kind::modify, acquire},
      {"write_unlock", kind::store, release},
  }};
};

/// A lock for many readers or one writer.
template <order_list<4> Orders>
class rw_lock {
 public:
  void lock_shared() {
    spin_until([this] {
      int seen = state_.load(relaxed);
      return seen >= 0 && state_.compare_exchange_strong(
                              seen, seen + 1, Orders[at::read_lock], relaxed);
    });
  }
  void unlock_shared() { state_.fetch_sub(1, Orders[at::read_unlock]); }

  void lock() {
    spin_until([this] {
      int free = 0;
      return state_.compare_exchange_strong(free, written,
                                            Orders[at::write_lock], relaxed);
    });
  }
  void unlock() { state_.store(0, Orders[at::write_unlock]); }

 private:
  using at = rw_lock_sites;
  static constexpr int written = -1;

  /// The number of readers, or `written`.
  std::atomic<int> state_{0};
};

}  // namespace structures
