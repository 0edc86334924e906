// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

#include "orders.hpp"

namespace structures {

struct shared_count_sites {
  enum : std::size_t { drop, destroy };
  static constexpr site_list<2> all{{
      {"drop", kind::modify, release},
      {"destroy", kind::fence, acquire},
  }};
};

/// A value that its last owner deletes.
template <order_list<2> Orders>
class shared_count {
 public:
  shared_count(int value, int owners) : value_{value}, owners_{owners} {}

  [[nodiscard]] int value() const { return value_; }

  /// Whether the caller was the last owner.
  static bool drop(shared_count* held) {
    if (held->owners_.fetch_sub(1, Orders[at::drop]) != 1) {
      return false;
    }
    // Pairs with the drops of all others: their reads are over.
    std::atomic_thread_fence(Orders[at::destroy]);
    delete held;
    return true;
  }

 private:
  using at = shared_count_sites;
  int value_;
  std::atomic<int> owners_;
};

}  // namespace structures
