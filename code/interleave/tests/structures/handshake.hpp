// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>

#include "futex.hpp"
#include "orders.hpp"

namespace structures {

struct handshake_sites {
  enum : std::size_t { raise, count_sleepers, enlist, look };
  static constexpr site_list<4> all{{
      {"raise", kind::store, seq_cst},
      {"count_sleepers", kind::load, seq_cst},
      {"enlist", kind::modify, seq_cst},
      {"look", kind::load, seq_cst},
  }};
};

/// A flag to sleep for, whose setter wakes only if somebody may sleep: each
/// side writes one word and reads the other, which only seq_cst puts in order.
template <order_list<4> Orders>
class handshake {
 public:
  void raise() {
    flag_.store(1, Orders[at::raise]);
    if (sleepers_.load(Orders[at::count_sleepers]) != 0) {
      futex_wake_one(flag_);
    }
  }

  void wait() {
    sleepers_.fetch_add(1, Orders[at::enlist]);
    while (flag_.load(Orders[at::look]) == 0) {
      futex_wait(flag_, 0);
    }
  }

 private:
  using at = handshake_sites;
  std::atomic<std::uint32_t> flag_{0};
  std::atomic<std::uint32_t> sleepers_{0};
};

}  // namespace structures
