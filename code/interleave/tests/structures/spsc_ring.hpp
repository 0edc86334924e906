// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <cstddef>

#include "orders.hpp"

namespace structures {

struct spsc_ring_sites {
  enum : std::size_t { see_room, publish, see_item, give_back };
  static constexpr site_list<4> all{{
      {"see_room", kind::load, acquire},
      {"publish", kind::store, release},
      {"see_item", kind::load, acquire},
      {"give_back", kind::store, release},
  }};
};

/// A ring between one producer and one consumer.
template <std::size_t Capacity, order_list<4> Orders>
class spsc_ring {
 public:
  bool try_push(int value) {
    const std::size_t tail = tail_.load(relaxed);
    if (tail - head_.load(Orders[at::see_room]) == Capacity) {
      return false;
    }
    items_[tail % Capacity] = value;
    tail_.store(tail + 1, Orders[at::publish]);
    return true;
  }

  bool try_pop(int& value) {
    const std::size_t head = head_.load(relaxed);
    if (tail_.load(Orders[at::see_item]) == head) {
      return false;
    }
    value = items_[head % Capacity];
    head_.store(head + 1, Orders[at::give_back]);
    return true;
  }

 private:
  using at = spsc_ring_sites;
  std::array<int, Capacity> items_{};
  std::atomic<std::size_t> head_{0};
  std::atomic<std::size_t> tail_{0};
};

}  // namespace structures
