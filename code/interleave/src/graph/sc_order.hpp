// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "graph/graph.hpp"

namespace interleave::engine {

/// Decides whether a total order of the sequentially consistent operations
/// exists as [atomics.order] asks for it: acyclicity of the order that
/// strongly-happens-before and coherence impose on them.
///
/// Coherence-ordered-before compares positions: a write stands at twice its
/// rank, a read half a rank behind what it reads. So A is before B on one
/// location if, and only if, A's position is the lesser.
class ScOrder {
 public:
  [[nodiscard]] bool consistent(const Graph& graph);

 private:
  struct Node {
    Ref first;  ///< The operation's first half.
    Ref last;   ///< Its last half: the same but for a read-modify-write.
    bool fence = false;
    Weight weight = Weight::full;
    LocationId location = 0;
    std::uint32_t low = 0;   ///< Least position of a half.
    std::uint32_t high = 0;  ///< Greatest position of a half.
  };

  static bool meet(const Node& a, const Node& b) {
    return (a.weight != Weight::light && b.weight != Weight::light) ||
           a.weight == Weight::heavy || b.weight == Weight::heavy;
  }

  void collect(const Graph& graph);
  void order_by_strong_happens_before(const Graph& graph);
  void order_by_coherence();
  bool order_by_fences(const Graph& graph);
  void measure(const Graph& graph, const Node& fence,
               std::vector<std::uint32_t>& low,
               std::vector<std::uint32_t>& high) const;
  [[nodiscard]] bool acyclic();

  void edge(std::size_t from, std::size_t to) {
    edges_[from * words_ + to / 64] |= std::uint64_t{1} << (to % 64);
  }

  std::vector<Node> nodes_;
  std::size_t words_ = 0;
  std::vector<std::uint64_t> edges_;  ///< A row of bits for each node.
  std::vector<std::uint64_t> done_;
  std::vector<std::vector<std::uint32_t>> lows_;
  std::vector<std::vector<std::uint32_t>> highs_;
};

}  // namespace interleave::engine
