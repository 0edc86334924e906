// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

#include "orders.hpp"
#include "threads.hpp"

namespace structures {

struct sense_barrier_sites {
  enum : std::size_t { arrive, open, wait };
  static constexpr site_list<3> all{{
      {"arrive", kind::modify, acq_rel},
      {"open", kind::store, release},
      {"wait", kind::load, acquire},
  }};
};

/// A barrier that can be used again: the sense that opens it changes.
template <int Threads, order_list<3> Orders>
class sense_barrier {
 public:
  /// `sense` belongs to the caller, and starts as false.
  void arrive_and_wait(bool& sense) {
    sense = !sense;
    if (missing_.fetch_sub(1, Orders[at::arrive]) == 1) {
      missing_.store(Threads, relaxed);
      sense_.store(sense, Orders[at::open]);
    } else {
      spin_until([&] { return sense_.load(Orders[at::wait]) == sense; });
    }
  }

 private:
  using at = sense_barrier_sites;
  std::atomic<int> missing_{Threads};
  std::atomic<bool> sense_{false};
};

}  // namespace structures
