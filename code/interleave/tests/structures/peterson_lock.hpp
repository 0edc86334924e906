// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <cstddef>

#include "orders.hpp"
#include "threads.hpp"

namespace structures {

struct peterson_lock_sites {
  enum : std::size_t { claim, defer, look, turn, leave };
  static constexpr site_list<5> all{{
      {"claim", kind::store, seq_cst},
      {"defer", kind::store, seq_cst},
      {"look", kind::load, seq_cst},
      {"turn", kind::load, seq_cst},
      {"leave", kind::store, release},
  }};
};

/// Mutual exclusion of two threads from loads and stores alone.
template <order_list<5> Orders>
class peterson_lock {
 public:
  void lock(std::size_t self) {
    const std::size_t other = 1 - self;
    wants_[self].store(true, Orders[at::claim]);
    turn_.store(other, Orders[at::defer]);
    spin_until([&] {
      return !wants_[other].load(Orders[at::look]) ||
             turn_.load(Orders[at::turn]) != other;
    });
  }
  void unlock(std::size_t self) {
    wants_[self].store(false, Orders[at::leave]);
  }

 private:
  using at = peterson_lock_sites;
  std::array<std::atomic<bool>, 2> wants_{};
  std::atomic<std::size_t> turn_{0};
};

struct peterson_exchange_lock_sites {
  enum : std::size_t { defer, fence, look, leave };
  static constexpr site_list<4> all{{
      {"defer", kind::modify, acq_rel},
      {"fence", kind::fence, seq_cst},
      {"look", kind::load, acquire},
      {"leave", kind::store, release},
  }};
};

/// The same, with an exchange of the turn: whoever comes second synchronises
/// with the first, so that it cannot miss the first one's claim.
template <order_list<4> Orders>
class peterson_exchange_lock {
 public:
  void lock(std::size_t self) {
    const std::size_t other = 1 - self;
    wants_[self].store(true, relaxed);
    turn_.exchange(other, Orders[at::defer]);
    std::atomic_thread_fence(Orders[at::fence]);
    spin_until([&] {
      return !wants_[other].load(Orders[at::look]) ||
             turn_.load(relaxed) != other;
    });
  }
  void unlock(std::size_t self) {
    wants_[self].store(false, Orders[at::leave]);
  }

 private:
  using at = peterson_exchange_lock_sites;
  std::array<std::atomic<bool>, 2> wants_{};
  std::atomic<std::size_t> turn_{0};
};

}  // namespace structures
