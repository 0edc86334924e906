// SPDX-License-Identifier: MIT
#pragma once

struct timespec;

namespace interleave::engine {

/// Atomic waiting outside of an exploration: real futexes, shared by many
/// addresses, so that objects of any size can be waited for.
struct OutsideWait {
  static unsigned begin(const void* address);
  static bool wait(const void* address, unsigned ticket,
                   const timespec* timeout);
  static void notify(const void* address);
};

}  // namespace interleave::engine
