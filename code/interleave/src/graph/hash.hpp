// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "graph/graph.hpp"
#include "graph/mix.hpp"

namespace interleave::engine {

/// Equal for equal graphs, however they came about: who reads from whom, and
/// the modification orders.
inline std::uint64_t hash_graph(const Graph& graph) {
  const auto name = [](Ref ref) {
    return std::uint64_t{ref.thread} << 16 | ref.index;
  };
  std::uint64_t hash = 0;
  for (unsigned t = 0; t < max_threads; ++t) {
    for (Index i = 0; i < graph.size(t); ++i) {
      const Event& event = graph.at({static_cast<std::uint16_t>(t), i});
      hash = mix(hash, t << 8 | static_cast<unsigned>(event.op.kind));
      hash = mix(hash, event.value);
      if (event.op.kind == Kind::read) {
        hash = mix(hash, name(event.source));
        hash = mix(hash, event.pick);
      } else if (event.op.kind == Kind::write) {
        hash = mix(hash, event.rank);
      }
    }
  }
  return hash;
}

}  // namespace interleave::engine
