// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "heap/arena.hpp"
#include "heap/undo.hpp"

namespace interleave::engine {

/// The first block that is live and that nothing reaches: neither memory from
/// before the execution that it has written, nor one of the `roots`, nor a
/// block that is reached. Null if there is none.
const Block* find_leak(Arena& arena, const UndoLog& log,
                       const std::vector<std::uintptr_t>& roots);

}  // namespace interleave::engine
