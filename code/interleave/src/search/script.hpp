// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/graph.hpp"

namespace interleave::engine {

/// The decisions that make one execution: for each event what it reads, where
/// it stands, or what it chooses.
class Script {
 public:
  struct Step {
    Kind kind = Kind::end;
    Ref source;
    std::uint8_t pick = 0;
    std::uint32_t rank = 0;
    Value value = 0;
  };

  /// Those of a graph.
  static Script of(const Graph& graph);

  /// Reads what `text` wrote; nothing if it is not that.
  static std::optional<Script> parse(const std::string& text);
  [[nodiscard]] std::string text() const;

  /// The decision for an event; null if there is none.
  [[nodiscard]] const Step* find(Ref event) const {
    return !event.initial() && event.index < threads_[event.thread].size()
               ? &threads_[event.thread][event.index]
               : nullptr;
  }

 private:
  std::array<std::vector<Step>, max_threads> threads_;
};

}  // namespace interleave::engine
