// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <atomic>
#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <thread>

#include "locksmith/checked.hpp"
#include "locksmith/deadline.hpp"
#include "locksmith/futex.hpp"
#include "locksmith/spin.hpp"

namespace locksmith {

/// A semaphore with the interface of `std::counting_semaphore`
/// ([thread.sema]), four bytes small: a count of tokens that threads give and
/// take, where taking waits while there are none.
///
/// **Guarantees.** No token is lost and no thread sleeps while a token is
/// there, timed or not. `release` makes no system call when nobody sleeps. The
/// order in which waiting threads get tokens is unspecified, and a thread that
/// comes later may overtake one that sleeps.
///
/// **Visibility.** What a thread did before `release` is visible to every
/// thread that takes a token from then on: acquiring synchronises with *all*
/// earlier releases, not with one of them.
///
/// **Destruction.** Whoever takes the last token may destroy the semaphore at
/// once, even if the `release` that gave it has not returned yet.
///
/// **Cost.** `acquire` with a token there: one load, one compare-exchange.
/// `release` with nobody asleep: one read-modify-write.
///
/// @tparam LeastMax The highest count, at most 16,777,215. The bits that it
///   leaves over count the threads asleep: 65,535 of them by default, at least
///   255 in any case. Threads beyond that yield instead of sleeping.
template <std::ptrdiff_t LeastMax = 65'535>
class counting_semaphore {
  static_assert(LeastMax >= 0, "a semaphore cannot hold fewer than no tokens");
  static_assert(LeastMax < (1 << 24), "at most 16,777,215 tokens");

 public:
  /// The highest count this semaphore can hold.
  [[nodiscard]] static constexpr std::ptrdiff_t max() noexcept {
    return LeastMax;
  }

  /// Makes a semaphore that holds `desired` tokens.
  ///
  /// @pre 0 <= `desired` <= `max()`, checked: a violation ends the program, or
  ///   does not compile where the semaphore is a constant.
  constexpr explicit counting_semaphore(std::ptrdiff_t desired) noexcept
      : word_{static_cast<std::uint32_t>(desired)} {
    detail::expects(desired >= 0 && desired <= max(),
                    "counting_semaphore: the first count is out of range");
  }

  counting_semaphore(const counting_semaphore&) = delete;
  counting_semaphore& operator=(const counting_semaphore&) = delete;

  // [release]
  /// Gives `update` tokens and wakes as many threads as can use them.
  ///
  /// @pre 0 <= `update` <= `max()` - count, checked: a violation ends the
  ///   program.
  void release(std::ptrdiff_t update = 1) noexcept {
    detail::expects(update >= 0 && update <= max(), overflow);
    const auto given = static_cast<std::uint32_t>(update);
    // Release pairs with the acquire of whoever takes a token. Every other
    // change of the word is a read-modify-write as well, so an acquire of the
    // newest token synchronises with the releases of all older ones.
    const std::uint32_t old = word_.fetch_add(given, std::memory_order_release);
    // From here on the semaphore may be gone. All that is needed is in `old`.
    detail::expects(given <= LeastMax - tokens(old), overflow);
    if (waiters(old) != 0) [[unlikely]] {
      futex_wake(&word_, static_cast<int>(std::min(given, waiters(old))));
    }
  }
  // [/release]

  // [acquire]
  /// Takes a token; waits for one if there is none.
  void acquire() noexcept {
    if (!try_acquire()) [[unlikely]] {
      wait_for_token(deadline::max());
    }
  }

  /// Takes a token if there is one.
  ///
  /// @returns Whether it took one. It never fails while there is a token,
  ///   though the standard would allow it.
  [[nodiscard]] bool try_acquire() noexcept {
    std::uint32_t word = word_.load(std::memory_order_relaxed);
    while (tokens(word) != 0) {
      // Acquire pairs with the release of the tokens.
      if (word_.compare_exchange_weak(word, word - one_token,
                                      std::memory_order_acquire,
                                      std::memory_order_relaxed)) {
        return true;
      }
    }
    return false;
  }
  // [/acquire]

  /// Takes a token; waits for `timeout` at the longest if there is none.
  ///
  /// @returns Whether it took one. If a token comes with the deadline, it takes
  ///   it.
  template <class Rep, class Period>
  [[nodiscard]] bool try_acquire_for(
      const std::chrono::duration<Rep, Period>& timeout) {
    return try_acquire() || wait_for_token(deadline_after(timeout));
  }

  /// Takes a token; waits until `moment` at the longest if there is none.
  ///
  /// @returns Whether it took one. If a token comes with the deadline, it takes
  ///   it.
  template <class Clock, class Duration>
  [[nodiscard]] bool try_acquire_until(
      const std::chrono::time_point<Clock, Duration>& moment) {
    return try_acquire() || attempt_until(moment, [this](deadline end) {
             return wait_for_token(end);
           });
  }

 private:
  // [word]
  // The word holds two numbers: the tokens in its low bits and, above them,
  // the waiters: the threads that sleep or are about to.
  //
  // Invariant: a thread sleeps only while it is counted as a waiter and only on
  // a word without tokens.
  //
  // Whoever adds tokens learns the number of waiters from the same
  // read-modify-write, so no waiter can slip in between.
  static constexpr std::uint32_t one_token = 1;
  static constexpr std::uint32_t one_waiter =
      std::uint32_t{1} << std::bit_width(static_cast<std::uint32_t>(LeastMax));

  static constexpr std::uint32_t tokens(std::uint32_t word) noexcept {
    return word % one_waiter;
  }
  static constexpr std::uint32_t waiters(std::uint32_t word) noexcept {
    return word / one_waiter;
  }
  // [/word]

  static constexpr std::uint32_t most_waiters = waiters(~std::uint32_t{0});
  static constexpr const char* overflow =
      "counting_semaphore: release beyond max()";

  // [wait]
  [[gnu::noinline]] bool wait_for_token(deadline end) noexcept {
    // A token may come sooner than this thread could fall asleep. Where others
    // wait already, it does not.
    spin_until([this] { return word_.load(std::memory_order_relaxed) != 0; });
    bool enlisted = false;
    for (;;) {
      std::uint32_t word = word_.load(std::memory_order_relaxed);
      if (tokens(word) != 0) {
        // Takes the token and leaves the waiters in one step. Acquire pairs
        // with the release of the tokens.
        const std::uint32_t taken = one_token + (enlisted ? one_waiter : 0);
        if (word_.compare_exchange_weak(word, word - taken,
                                        std::memory_order_acquire,
                                        std::memory_order_relaxed)) {
          return true;
        }
      } else if (!enlisted) {
        if (waiters(word) == most_waiters) [[unlikely]] {
          if (std::chrono::steady_clock::now() >= end) return false;
          std::this_thread::yield();
          continue;
        }
        enlisted = word_.compare_exchange_weak(word, word + one_waiter,
                                               std::memory_order_relaxed);
      } else if (!futex_wait_until(word_, word, end) && strike_off()) {
        return false;
      }
    }
  }

  // Leaves the waiters, unless a token has come. Then it must be taken: the
  // wake-up that came with it may have been this thread's, and nobody else
  // would hear of it.
  bool strike_off() noexcept {
    std::uint32_t word = word_.load(std::memory_order_relaxed);
    while (tokens(word) == 0) {
      if (word_.compare_exchange_weak(word, word - one_waiter,
                                      std::memory_order_relaxed)) {
        return true;
      }
    }
    return false;
  }
  // [/wait]

  std::atomic<std::uint32_t> word_;
};

/// A semaphore of at most one token: a signal if it starts at zero, a mutex
/// that any thread may unlock if it starts at one.
using binary_semaphore = counting_semaphore<1>;

}  // namespace locksmith
