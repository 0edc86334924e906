// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <optional>

#include "orders.hpp"

namespace structures {

struct chase_lev_deque_sites {
  enum : std::size_t {
    see_room,
    publish,
    take_fence,
    take_last,
    see_top,
    steal_fence,
    see_bottom,
    steal
  };
  static constexpr site_list<8> all{{
      {"see_room", kind::load, acquire},
      {"publish", kind::fence, release},
      {"take_fence", kind::fence, seq_cst},
      {"take_last", kind::modify, seq_cst},
      {"see_top", kind::load, acquire},
      {"steal_fence", kind::fence, seq_cst},
      {"see_bottom", kind::load, acquire},
      {"steal", kind::modify, seq_cst},
  }};
};

/// The work-stealing deque of Chase and Lev, with the orders of Lê et al.: the
/// owner pushes and takes at the bottom, thieves steal at the top.
///
/// The cells are plain, so that a race shows where a thief reads an item that
/// was not published to it.
template <std::size_t Capacity, order_list<8> Orders>
class chase_lev_deque {
 public:
  /// False if there is no room.
  bool push(int item) {
    const std::ptrdiff_t bottom = bottom_.load(relaxed);
    const std::ptrdiff_t top = top_.load(Orders[at::see_room]);
    if (bottom - top == static_cast<std::ptrdiff_t>(Capacity)) {
      return false;
    }
    cell(bottom) = item;
    // A fence and not a release store: it also covers the stores to `bottom`
    // that later takes make, and a thief may read those.
    std::atomic_thread_fence(Orders[at::publish]);
    bottom_.store(bottom + 1, relaxed);
    return true;
  }

  std::optional<int> take() {
    const std::ptrdiff_t bottom = bottom_.load(relaxed) - 1;
    bottom_.store(bottom, relaxed);
    std::atomic_thread_fence(Orders[at::take_fence]);
    std::ptrdiff_t top = top_.load(relaxed);
    std::optional<int> item;
    if (top < bottom) {
      return cell(bottom);
    }
    if (top == bottom && top_.compare_exchange_strong(
                             top, top + 1, Orders[at::take_last], relaxed)) {
      item = cell(bottom);
    }
    bottom_.store(bottom + 1, relaxed);
    return item;
  }

  std::optional<int> steal() {
    std::ptrdiff_t top = top_.load(Orders[at::see_top]);
    std::atomic_thread_fence(Orders[at::steal_fence]);
    if (top >= bottom_.load(Orders[at::see_bottom])) {
      return std::nullopt;
    }
    const int item = cell(top);
    if (!top_.compare_exchange_strong(top, top + 1, Orders[at::steal],
                                      relaxed)) {
      return std::nullopt;
    }
    return item;
  }

 private:
  using at = chase_lev_deque_sites;
  int& cell(std::ptrdiff_t index) {
    return cells_[static_cast<std::size_t>(index) % Capacity];
  }

  std::array<int, Capacity> cells_{};
  std::atomic<std::ptrdiff_t> top_{0};
  std::atomic<std::ptrdiff_t> bottom_{0};
};

}  // namespace structures
