// SPDX-License-Identifier: MIT
#pragma once

#include "execution.hpp"
#include "relation.hpp"

namespace reference {

/// The relations of the standard, made from the events of an execution.
struct derived {
  explicit derived(const execution& graph);

  [[nodiscard]] const event& at(int number) const {
    return events[static_cast<std::size_t>(number)];
  }

  const std::vector<event>& events;
  int size;
  relation sequenced;     ///< sequenced before
  relation from;          ///< reads-from, from the write to the read
  relation modification;  ///< modification order
  relation coherence;     ///< coherence-ordered before
  relation synchronises;  ///< synchronises with
  relation happens;       ///< happens before
};

inline bool is_fence(const event& e) {
  return e.present && !e.reads && !e.writes;
}
inline bool is_atomic(const event& e) { return e.strength != order::plain; }
inline bool is_sc(const event& e) {
  return e.present && e.strength == order::seq_cst;
}
inline bool modifies(const event& e) {
  return e.present && e.reads && e.writes;
}

}  // namespace reference
