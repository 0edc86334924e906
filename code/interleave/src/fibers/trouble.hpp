// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "graph/clock.hpp"
#include "interleave/result.hpp"

namespace interleave::engine {

/// A failure as the machine meets it, before it is explained.
struct Trouble {
  FailureKind kind{};
  std::string sentence;  ///< With %1 and %2 for the two places, if any.
  ThreadId thread = 0;
  std::uintptr_t pc = 0;       ///< Where; 0: not at one place.
  std::uintptr_t address = 0;  ///< What memory it is about; 0: none.
  std::size_t size = 0;
  bool has_other = false;  ///< An earlier access takes part.
  ThreadId other_thread = 0;
  Index other_epoch = 0;
  bool other_atomic = false;
  bool other_write = false;
  bool write = false;
  bool freeing = false;        ///< The access is a free.
  bool other_freeing = false;  ///< The earlier one is.
  bool atomic = false;
};

}  // namespace interleave::engine
