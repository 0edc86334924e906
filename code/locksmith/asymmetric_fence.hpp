// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

#if defined(__linux__)
#include "locksmith/checked.hpp"
#include "locksmith/detail/membarrier_linux.hpp"
#endif

namespace locksmith {

// A pair of fences for two threads of which each stores something and then
// looks at what the other has stored, so that at least one sees the other. One
// side is cheap and often passed, the other is dear and rare. The names are
// those of P1202, asymmetric fences.
//
// A light fence meets heavy ones alone: not another light one, not
// `std::atomic_thread_fence`. Between two threads it neither acquires nor
// releases.

/// The light side: keeps the compiler from moving an access across it.
///
/// **Cost.** Where the kernel has `membarrier`, no instruction; elsewhere a
/// sequentially consistent fence.
inline void asymmetric_thread_fence_light() noexcept {
#if defined(__linux__)
  if (detail::membarrier_ready.load(std::memory_order_relaxed)) [[likely]] {
    std::atomic_signal_fence(std::memory_order_seq_cst);
    return;
  }
#endif
  // Not weaker: it stands for the kernel's fence in `membarrier`.
  std::atomic_thread_fence(std::memory_order_seq_cst);
}

/// The heavy side: a sequentially consistent fence that meets the light ones
/// of every thread.
///
/// **Cost.** A system call that interrupts each processor on which a thread of
/// this process runs (membarrier(2)): microseconds, not nanoseconds.
inline void asymmetric_thread_fence_heavy() noexcept {
#if defined(__linux__)
  // It is tried even if this thread finds `membarrier_ready` unset: another may
  // have found it set. One that found it unset has passed a full fence, and the
  // call is one for the thread that makes it.
  if (detail::membarrier()) [[likely]] {
    return;
  }
  // A filter of system calls that came later than the light fences.
  detail::expects(!detail::membarrier_ready.load(std::memory_order_relaxed),
                  "membarrier must not be forbidden once it was allowed");
#endif
  std::atomic_thread_fence(std::memory_order_seq_cst);
}

}  // namespace locksmith
