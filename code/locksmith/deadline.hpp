// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <type_traits>

namespace locksmith {

/// A moment on the clock that nobody can set: what every timed wait ends at.
using deadline = std::chrono::steady_clock::time_point;

/// The deadline that is `timeout` away from now, rounded up to the clock's
/// tick.
///
/// Computed once for each wait, before the first sleep: a relative time-out
/// that starts again after each spurious wake-up might never end. A `timeout`
/// of zero or less gives the present; one beyond the clock's range gives its
/// last moment, so `hours::max()` means what it looks like.
template <class Rep, class Period>
deadline deadline_after(const std::chrono::duration<Rep, Period>& timeout) {
  using namespace std::chrono;
  const deadline now = steady_clock::now();
  if (!(timeout > timeout.zero())) return now;
  // Compared in floating point, because the common type of two integral
  // durations can overflow.
  const duration<double> left{deadline::max() - now};
  if (duration<double>{timeout} >= left) return deadline::max();
  return now + ceil<steady_clock::duration>(timeout);
}

/// Runs `attempt(deadline)` until it succeeds or `moment` has passed on the
/// clock it belongs to, and returns whether it succeeded.
///
/// Threads sleep by the steady clock. If `moment` is on another one, that clock
/// may be set while they sleep, so it is looked at again after each attempt.
/// There is always one attempt, even if `moment` lies in the past.
template <class Clock, class Duration, class Attempt>
bool attempt_until(const std::chrono::time_point<Clock, Duration>& moment,
                   Attempt attempt) {
  if constexpr (std::is_same_v<std::chrono::time_point<Clock, Duration>,
                               deadline>) {
    return attempt(moment);
  } else {
    for (;;) {
      const auto now = Clock::now();
      const bool last = moment <= now;
      const deadline end = last ? std::chrono::steady_clock::now()
                                : deadline_after(moment - now);
      if (attempt(end)) return true;
      if (last) return false;
    }
  }
}

}  // namespace locksmith
