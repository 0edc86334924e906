// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>

#include "locksmith/checked.hpp"
#include "locksmith/deadline.hpp"
#include "locksmith/spin.hpp"
#include "locksmith/wait_table.hpp"

namespace locksmith {

/// A semaphore of one byte, for at most 127 tokens, with the interface of
/// `std::counting_semaphore` ([thread.sema]). Threads that wait sleep in a
/// table that all byte semaphores of the process share.
///
/// **Guarantees.** No token is lost and no thread sleeps while a token is
/// there, timed or not. `release` makes no system call when nobody has slept
/// since the last one; otherwise it wakes *every* thread that waits here (and
/// any whose semaphore shares the slot), which makes this one for few waiters
/// and many objects. The order in which waiting threads get tokens is
/// unspecified.
///
/// **Visibility.** What a thread did before `release` is visible to every
/// thread that takes a token from then on.
///
/// **Destruction.** Whoever takes the last token may destroy the semaphore at
/// once, even if the `release` that gave it has not returned yet.
///
/// **Cost.** `acquire` with a token there, `release` with nobody asleep: one
/// load, one compare-exchange each.
class byte_semaphore {
 public:
  /// The highest count this semaphore can hold.
  [[nodiscard]] static constexpr std::ptrdiff_t max() noexcept { return 127; }

  /// Makes a semaphore that holds `desired` tokens.
  ///
  /// @pre 0 <= `desired` <= `max()`, checked: a violation ends the program, or
  ///   does not compile where the semaphore is a constant.
  constexpr explicit byte_semaphore(std::ptrdiff_t desired) noexcept
      : byte_{static_cast<std::uint8_t>(desired)} {
    detail::expects(desired >= 0 && desired <= max(),
                    "byte_semaphore: the first count is out of range");
  }

  byte_semaphore(const byte_semaphore&) = delete;
  byte_semaphore& operator=(const byte_semaphore&) = delete;

  // [release]
  /// Gives `update` tokens and wakes the threads that wait.
  ///
  /// @pre 0 <= `update` <= `max()` - count, checked before the count changes: a
  ///   violation ends the program.
  void release(std::ptrdiff_t update = 1) noexcept {
    if (update == 0) return;
    detail::expects(update > 0 && update <= max(), overflow);
    std::uint8_t old = byte_.load(std::memory_order_relaxed);
    std::uint8_t sum = 0;
    do {
      // Not fetch_add: the sum could reach the value `awaited`.
      const std::ptrdiff_t count = old == awaited ? 0 : old;
      detail::expects(update <= max() - count, overflow);
      sum = static_cast<std::uint8_t>(count + update);
      // Release pairs with the acquire of whoever takes a token.
    } while (!byte_.compare_exchange_weak(old, sum, std::memory_order_release,
                                          std::memory_order_relaxed));
    // From here on the semaphore may be gone; only its address is used.
    if (old == awaited) [[unlikely]] {
      detail::bell_of(this).ring();
    }
  }
  // [/release]

  /// Takes a token; waits for one if there is none.
  void acquire() noexcept {
    if (!try_acquire()) [[unlikely]] {
      wait_for_token(deadline::max());
    }
  }

  /// Takes a token if there is one.
  ///
  /// @returns Whether it took one. It never fails while there is a token.
  [[nodiscard]] bool try_acquire() noexcept {
    std::uint8_t byte = byte_.load(std::memory_order_relaxed);
    while (byte != empty && byte != awaited) {
      // Acquire pairs with the release of the tokens.
      if (byte_.compare_exchange_weak(byte, static_cast<std::uint8_t>(byte - 1),
                                      std::memory_order_acquire,
                                      std::memory_order_relaxed)) {
        return true;
      }
    }
    return false;
  }

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
  // [byte]
  // The byte is the count, from `empty` to 127, or `awaited`.
  //
  // - `empty`: no token, and nobody sleeps.
  // - `awaited`: no token, and threads may sleep.
  //
  // Invariant: a thread sleeps only while the byte is `awaited`, or while the
  // release that changed it is on its way to the bell.
  enum : std::uint8_t { empty = 0, awaited = 128 };
  // [/byte]

  static constexpr const char* overflow =
      "byte_semaphore: release beyond max()";

  // [wait]
  [[gnu::noinline]] bool wait_for_token(deadline end) noexcept {
    spin_until(
        [this] { return byte_.load(std::memory_order_relaxed) != empty; });
    const detail::bell& bell = detail::bell_of(this);
    for (;;) {
      // First listen, then look. The other way round, a release between the two
      // would ring unheard.
      const std::uint32_t heard = bell.listen();
      std::uint8_t byte = byte_.load(std::memory_order_relaxed);
      if (byte == empty && byte_.compare_exchange_strong(
                               byte, awaited, std::memory_order_relaxed)) {
        byte = awaited;
      }
      if (byte != awaited) {
        if (try_acquire()) return true;
      } else if (!bell.sleep_until_stroke_after(heard, end)) {
        // A token may have come with the deadline. If none has, the byte stays
        // `awaited`: at worst the next release rings for nobody.
        return try_acquire();
      }
    }
  }
  // [/wait]

  std::atomic<std::uint8_t> byte_;
};

static_assert(sizeof(byte_semaphore) == 1);

}  // namespace locksmith
