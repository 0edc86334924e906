// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

#include "orders.hpp"
#include "threads.hpp"

namespace structures {

struct hazard_cell_sites {
  enum : std::size_t { announce, look_again, leave, replace, scan_fence, scan };
  static constexpr site_list<6> all{{
      {"announce", kind::fence, seq_cst},
      {"look_again", kind::load, acquire},
      {"leave", kind::store, release},
      {"replace", kind::modify, release},
      {"scan_fence", kind::fence, seq_cst},
      {"scan", kind::load, acquire},
  }};
};

/// A value that a writer replaces while one reader may look at it: the reader
/// announces what it looks at, and the writer frees nothing announced.
template <order_list<6> Orders>
class hazard_cell {
 public:
  explicit hazard_cell(int value) : current_{new int{value}} {}
  ~hazard_cell() { delete current_.load(relaxed); }
  hazard_cell(const hazard_cell&) = delete;
  hazard_cell& operator=(const hazard_cell&) = delete;

  int read() {
    int* seen = nullptr;
    do {
      seen = current_.load(relaxed);
      hazard_.store(seen, relaxed);
      // Either the writer's scan sees the announcement, or the second look
      // sees the writer's replacement.
      std::atomic_thread_fence(Orders[at::announce]);
    } while (current_.load(Orders[at::look_again]) != seen);
    const int value = *seen;
    hazard_.store(nullptr, Orders[at::leave]);
    return value;
  }

  void replace(int value) {
    int* const old = current_.exchange(new int{value}, Orders[at::replace]);
    std::atomic_thread_fence(Orders[at::scan_fence]);
    spin_until([&] { return hazard_.load(Orders[at::scan]) != old; });
    delete old;
  }

 private:
  using at = hazard_cell_sites;
  std::atomic<int*> current_;
  std::atomic<int*> hazard_{nullptr};
};

}  // namespace structures
