// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

#include "locksmith/deadline.hpp"
#include "locksmith/futex.hpp"
#include "locksmith/spin.hpp"

namespace locksmith {

/// Puts one thread to sleep until another wakes it: a binary semaphore with one
/// owner, whose token does not add up.
///
/// `unpark` leaves a token, and `park` takes it. If the token comes first,
/// `park` returns at once; if several come, they count as one. So a wake-up
/// that comes too early is never lost.
///
/// **Precondition.** One thread at a time parks here. Any number may unpark.
///
/// **Visibility.** What any thread did before `unpark` is visible after the
/// `park` that takes the token, also for those whose token was merged with one
/// already there.
///
/// **Destruction.** The parked thread may destroy the parker as soon as `park`
/// returns, even if the `unpark` that woke it has not.
///
/// **Cost.** `park` with a token there and `unpark` with nobody asleep: one
/// read-modify-write each.
class parker {
 public:
  /// Makes a parker without a token.
  constexpr parker() noexcept = default;

  parker(const parker&) = delete;
  parker& operator=(const parker&) = delete;

  // [park]
  /// Takes the token; waits for it if it is not there.
  void park() noexcept { park_until(deadline::max()); }

  /// Takes the token; waits for `timeout` at the longest if it is not there.
  ///
  /// @returns Whether it took the token. If the token comes with the deadline,
  ///   it takes it.
  template <class Rep, class Period>
  bool park_for(const std::chrono::duration<Rep, Period>& timeout) {
    return park_until(deadline_after(timeout));
  }

  /// Takes the token; waits until `end` at the longest if it is not there.
  ///
  /// @returns Whether it took the token. If the token comes with the deadline,
  ///   it takes it.
  bool park_until(deadline end) noexcept {
    if (state_.load(std::memory_order_relaxed) != notified) [[unlikely]] {
      spin_for_token();
    }
    // From `notified` to `empty`, or from `empty` to `parked`. Acquire pairs
    // with the release in unpark, here and below.
    if (state_.fetch_sub(1, std::memory_order_acquire) == notified) {
      return true;
    }
    return wait_for_token(end);
  }
  // [/park]

  // [unpark]
  /// Leaves the token and wakes the thread that waits for it, if one does.
  void unpark() noexcept {
    // An exchange even if the token is there already: a load and an early
    // return would not release what this thread has done.
    if (state_.exchange(notified, std::memory_order_release) == parked) {
      futex_wake(&state_, 1);
    }
  }
  // [/unpark]

 private:
  // [state]
  // - `empty`: no token, nobody waits.
  // - `notified`: a token, nobody waits.
  // - `parked`: no token, and the owner sleeps or is about to.
  //
  // Invariant: the owner sleeps only while the state is `parked`, and whoever
  // changes `parked` wakes it.
  enum : std::uint32_t { empty = 0, notified = 1, parked = empty - 1U };
  // [/state]

  // [wait]
  // Before the state says `parked`, because from then on unpark makes a system
  // call.
  [[gnu::noinline]] void spin_for_token() noexcept {
    spin_until(
        [this] { return state_.load(std::memory_order_relaxed) == notified; });
  }

  [[gnu::noinline]] bool wait_for_token(deadline end) noexcept {
    for (;;) {
      std::uint32_t state = notified;
      if (state_.compare_exchange_strong(state, empty,
                                         std::memory_order_acquire,
                                         std::memory_order_relaxed)) {
        return true;
      }
      if (!futex_wait_until(state_, parked, end)) {
        // The exchange takes a token that came with the deadline, and takes
        // back the `parked` if none has.
        return state_.exchange(empty, std::memory_order_acquire) == notified;
      }
    }
  }
  // [/wait]

  std::atomic<std::uint32_t> state_{empty};
};

}  // namespace locksmith
