// SPDX-License-Identifier: MIT
#pragma once

namespace interleave::engine {

struct Thread;

/// Ends the thread's specific data, as at a thread's end.
void run_key_destructors(Thread& thread);

}  // namespace interleave::engine
