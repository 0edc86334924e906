// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>

#include "locksmith/deadline.hpp"

#if defined(__linux__) && defined(__LP64__)
#include "locksmith/detail/futex_linux.hpp"
namespace locksmith::detail {
namespace platform_futex = linux_futex;
}
#else
#include "locksmith/detail/futex_portable.hpp"
namespace locksmith::detail {
namespace platform_futex = portable_futex;
}
#endif

namespace locksmith {

static_assert(sizeof(std::atomic<std::uint32_t>) == 4 &&
              std::atomic<std::uint32_t>::is_always_lock_free);

/// Puts this thread to sleep if `word` equals `expected`.
///
/// The comparison and the going to sleep are one step for whoever changes the
/// word first and calls `futex_wake` afterwards: either the change is seen
/// here, or the wake finds this thread asleep. It may return for no reason, so
/// the caller looks at the word again, always. It orders no memory.
///
/// @param word     What to compare; it must outlive the call.
/// @param expected The value at which to sleep.
inline void futex_wait(const std::atomic<std::uint32_t>& word,
                       std::uint32_t expected) noexcept {
  detail::platform_futex::wait(word, expected);
}

/// Like `futex_wait`, but sleeps until `end` at the longest.
///
/// @param word     What to compare; it must outlive the call.
/// @param expected The value at which to sleep.
/// @param end      When to stop sleeping; `deadline::max()` never comes.
/// @returns False if `end` has passed, true otherwise. Even after false the
///          word may have changed: look at it first, give up second.
inline bool futex_wait_until(const std::atomic<std::uint32_t>& word,
                             std::uint32_t expected, deadline end) noexcept {
  if (end == deadline::max()) {
    futex_wait(word, expected);
    return true;
  }
  return detail::platform_futex::wait_until(word, expected, end);
}

/// Wakes threads that sleep on `word`: up to `most` of them, in no stated
/// order.
///
/// On Linux the word is not touched, only its address used, so that it may be
/// gone already: whoever saw the change can have destroyed it. A thread that
/// sleeps at the same address by then gets a spurious wake-up. Elsewhere it
/// becomes `std::atomic::notify_one`, which the standard does not define on a
/// dead object (P2616 tells the story).
///
/// @param word The address on which they sleep.
/// @param most How many to wake; none if zero.
inline void futex_wake(std::atomic<std::uint32_t>* word, int most) noexcept {
  detail::platform_futex::wake(word, most);
}

}  // namespace locksmith
