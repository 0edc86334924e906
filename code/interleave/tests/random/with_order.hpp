// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <stdexcept>
#include <type_traits>

#include "reference/program.hpp"

/// Calls `action` with the order as a constant, as it stands in real code:
/// compilers treat an order that they do not know as seq_cst.
///
/// Each function takes the orders that its operation may have.
namespace with_order {

template <std::memory_order Order>
using constant = std::integral_constant<std::memory_order, Order>;

using relaxed = constant<std::memory_order_relaxed>;
using consume = constant<std::memory_order_consume>;
using acquire = constant<std::memory_order_acquire>;
using release = constant<std::memory_order_release>;
using acq_rel = constant<std::memory_order_acq_rel>;
using seq_cst = constant<std::memory_order_seq_cst>;

[[noreturn]] inline void refuse() {
  throw std::logic_error{"an order that the operation cannot have"};
}

template <typename Action>
auto load(reference::order which, Action action) {
  switch (which) {
    case reference::order::relaxed:
      return action(relaxed{});
    case reference::order::consume:
      return action(consume{});
    case reference::order::acquire:
      return action(acquire{});
    case reference::order::seq_cst:
      return action(seq_cst{});
    default:
      refuse();
  }
}

template <typename Action>
auto any(reference::order which, Action action) {
  switch (which) {
    case reference::order::release:
      return action(release{});
    case reference::order::acq_rel:
      return action(acq_rel{});
    default:
      return load(which, action);
  }
}

template <typename Action>
void store(reference::order which, Action action) {
  switch (which) {
    case reference::order::relaxed:
      return action(relaxed{});
    case reference::order::release:
      return action(release{});
    case reference::order::seq_cst:
      return action(seq_cst{});
    default:
      refuse();
  }
}

}  // namespace with_order
