// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <cstddef>

/// How a structure states its memory orders, so that each can be weakened.
///
/// The orders of a structure are a template argument, since they must be
/// constants where they are used: compilers treat others as seq_cst.
namespace structures {

using enum std::memory_order;

enum class kind { load, store, modify, fence };

/// One atomic operation in the text of a structure, and the order it needs.
struct site {
  const char* name;
  kind what;
  std::memory_order order;
};

template <std::size_t Count>
using site_list = std::array<site, Count>;

template <std::size_t Count>
using order_list = std::array<std::memory_order, Count>;

/// The orders of `Sites::all`, as a structure takes them.
template <typename Sites>
constexpr auto stated_orders() {
  order_list<Sites::all.size()> orders{};
  for (std::size_t i = 0; i < orders.size(); ++i) {
    orders[i] = Sites::all[i].order;
  }
  return orders;
}

/// The stated orders, but for one.
template <typename Sites>
constexpr auto weakened_orders(std::size_t at, std::memory_order to) {
  auto orders = stated_orders<Sites>();
  orders[at] = to;
  return orders;
}

constexpr bool acquires(std::memory_order order) {
  return order == acquire || order == acq_rel || order == seq_cst;
}

constexpr bool releases(std::memory_order order) {
  return order == release || order == acq_rel || order == seq_cst;
}

/// Whether an operation of that kind may have the order. A fence may be
/// relaxed: it is then no fence at all.
constexpr bool valid(kind what, std::memory_order order) {
  return (what != kind::load || !releases(order) || order == seq_cst) &&
         (what != kind::store || !acquires(order) || order == seq_cst);
}

/// Whether `left` orders strictly less than `right`.
constexpr bool weaker(std::memory_order left, std::memory_order right) {
  return left != right && left != seq_cst &&
         (right == seq_cst || ((!acquires(left) || acquires(right)) &&
                               (!releases(left) || releases(right))));
}

/// All orders that a weakening may try.
inline constexpr std::array all_orders{relaxed, acquire, release, acq_rel,
                                       seq_cst};

}  // namespace structures
