// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <cstddef>

#include "orders.hpp"

namespace structures {

struct mpmc_ring_sites {
  enum : std::size_t { see_free, fill, see_full, drain };
  static constexpr site_list<4> all{{
      {"see_free", kind::load, acquire},
      {"fill", kind::store, release},
      {"see_full", kind::load, acquire},
      {"drain", kind::store, release},
  }};
};

/// Vyukov's bounded queue of many producers and consumers. It needs two cells
/// at least: with one, "full" and "free again" are the same turn.
template <std::size_t Capacity, order_list<4> Orders>
class mpmc_ring {
  static_assert(Capacity >= 2);

 public:
  mpmc_ring() {
    for (std::size_t i = 0; i < Capacity; ++i) {
      cells_[i].turn.store(i, relaxed);
    }
  }

  /// False if the ring is full.
  bool try_push(int value) {
    std::size_t position = push_at_.load(relaxed);
    while (true) {
      cell& at_position = cells_[position % Capacity];
      const std::size_t turn = at_position.turn.load(Orders[at::see_free]);
      if (turn == position) {
        if (push_at_.compare_exchange_strong(position, position + 1, relaxed,
                                             relaxed)) {
          at_position.value = value;
          at_position.turn.store(position + 1, Orders[at::fill]);
          return true;
        }
      } else if (turn < position) {
        return false;
      } else {
        position = push_at_.load(relaxed);
      }
    }
  }

  /// False if the ring is empty.
  bool try_pop(int& value) {
    std::size_t position = pop_at_.load(relaxed);
    while (true) {
      cell& at_position = cells_[position % Capacity];
      const std::size_t turn = at_position.turn.load(Orders[at::see_full]);
      if (turn == position + 1) {
        if (pop_at_.compare_exchange_strong(position, position + 1, relaxed,
                                            relaxed)) {
          value = at_position.value;
          at_position.turn.store(position + Capacity, Orders[at::drain]);
          return true;
        }
      } else if (turn < position + 1) {
        return false;
      } else {
        position = pop_at_.load(relaxed);
      }
    }
  }

 private:
  using at = mpmc_ring_sites;
  struct cell {
    std::atomic<std::size_t> turn{0};
    int value = 0;
  };

  std::array<cell, Capacity> cells_;
  std::atomic<std::size_t> push_at_{0};
  std::atomic<std::size_t> pop_at_{0};
};

}  // namespace structures
