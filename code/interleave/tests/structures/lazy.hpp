// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

#include "orders.hpp"
#include "threads.hpp"

namespace structures {

struct lazy_sites {
  enum : std::size_t { look, take, publish, give };
  static constexpr site_list<4> all{{
      {"look", kind::load, acquire},
      {"take", kind::modify, acquire},
      {"publish", kind::store, release},
      {"give", kind::store, release},
  }};
};

/// Double-checked locking: made by the first who asks, under a lock that the
/// others do not take.
template <order_list<4> Orders>
class lazy {
 public:
  template <typename Make>
  const int& get(Make make) {
    const int* made = made_.load(Orders[at::look]);
    if (made == nullptr) {
      spin_until([this] { return !held_.exchange(true, Orders[at::take]); });
      // The lock has made the pointer visible if somebody was here before.
      made = made_.load(relaxed);
      if (made == nullptr) {
        storage_ = make();
        made = &storage_;
        made_.store(made, Orders[at::publish]);
      }
      held_.store(false, Orders[at::give]);
    }
    return *made;
  }

 private:
  using at = lazy_sites;
  int storage_ = 0;
  std::atomic<const int*> made_{nullptr};
  std::atomic<bool> held_{false};
};

}  // namespace structures
