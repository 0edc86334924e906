// SPDX-License-Identifier: MIT
#pragma once

#include "graph/graph.hpp"

namespace interleave::engine {

/// What a thread carries from one event to the next besides its clocks.
struct Fences {
  Clock released;  ///< Happens-before at the last release fence.
  Clock acquired;  ///< Messages that relaxed reads took; a fence joins them.

  void clear() {
    released = Clock{};
    acquired = Clock{};
  }
};

/// Sets the clocks of an event that follows the events of its thread, and
/// moves `fences` past it. C++20's rules: a release sequence goes on through
/// read-modify-writes only, a failed compare-exchange has its failure order.
void set_clocks(const Graph& graph, Event& event, Fences& fences);

/// Moves `fences` past an event whose clocks are known.
void pass(const Graph& graph, const Event& event, Fences& fences);

/// The fences' state of a thread before its event `index`.
Fences fences_before(const Graph& graph, Ref event);

}  // namespace interleave::engine
