// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace interleave::engine {

/// Thread-local memory for fibers: that of a real thread which sleeps for
/// ever. Number 0 is the thread that calls `explore`, with its own.
class ParkedThreads {
 public:
  /// The thread pointer of the `k`-th; starts the thread if it is new. Zero if
  /// the system gives no thread.
  static std::uintptr_t pointer(unsigned k);

  /// The handle by which the program knows the thread.
  static unsigned long handle(unsigned k);

  /// The number of the thread with that handle; -1 if it is none of ours.
  static int find(unsigned long handle);

  /// Dropped executions never leave their catch blocks: makes the thread's
  /// exception state that of a new thread.
  static void forget_exceptions(unsigned k);
};

}  // namespace interleave::engine
