// SPDX-License-Identifier: MIT
#pragma once

#include "fibers/thread_locals.hpp"
#include "heap/arena.hpp"
#include "heap/undo.hpp"

namespace interleave::engine {

/// The first block that is live and that nothing reaches: neither memory from
/// before the execution that it has written, nor a thread-local variable of the
/// first `threads` threads, nor a block that is reached. Null if there is none.
const Block* find_leak(Arena& arena, const UndoLog& log,
                       const ThreadLocals& locals, unsigned threads);

}  // namespace interleave::engine
