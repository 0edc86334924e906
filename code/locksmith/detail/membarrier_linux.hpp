// SPDX-License-Identifier: MIT
#pragma once

#include <linux/membarrier.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>

// The barrier of Linux that all running threads of the process pass at once,
// see membarrier(2). Since 4.14; a process must register first.
namespace locksmith::detail {

// Set while the program's globals are initialised, if the kernel has it. A
// thread that runs before that takes the light fences for full ones.
inline constinit std::atomic<bool> membarrier_ready{false};

inline bool register_for_membarrier() noexcept {
  return ::syscall(SYS_membarrier, MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED, 0,
                   0) == 0;
}

// NOLINTNEXTLINE(bugprone-dynamic-static-initializers): see membarrier_ready
inline const bool membarrier_registered = [] {
  const bool ready = register_for_membarrier();
  membarrier_ready.store(ready, std::memory_order_relaxed);
  return ready;
}();

// Returns whether there was a barrier. It does not ask `membarrier_ready`: who
// found it set must be met, also by a thread that finds it unset.
inline bool membarrier() noexcept {
  return ::syscall(SYS_membarrier, MEMBARRIER_CMD_PRIVATE_EXPEDITED, 0, 0) == 0;
}

}  // namespace locksmith::detail
