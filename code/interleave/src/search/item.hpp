// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include "graph/event.hpp"

namespace interleave::engine {

/// One way on that is left for later: the graph as it was at `mark`, and then
/// `event` added in another way than before.
struct Item {
  enum class Way : std::uint8_t {
    source,   ///< A read: it reads `event.source` instead.
    place,    ///< A write: it stands at `event.rank` instead.
    option,   ///< A choice: it takes `event.value` instead.
    revisit,  ///< A write: `read`, which is older, reads it instead.
  };

  Way way = Way::source;
  std::size_t mark = 0;
  Event event;
  Ref read;
  std::uint8_t pick = 0;  ///< Which of its ways `read` then takes.
};

}  // namespace interleave::engine
