// SPDX-License-Identifier: MIT
// wrong: swallows a wake-up
// broken by: WrongSteps.ClockBeforeToken
// rejected by: ClockBeforeToken/TimedSuite/0.TheTokenOfADeadlineIsNotLost
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>

#include "locksmith/deadline.hpp"
#include "locksmith/futex.hpp"

namespace steps::clock_before_token {

class semaphore {
 public:
  explicit semaphore(std::ptrdiff_t count)
      : word_{static_cast<std::uint32_t>(count)} {}

  void acquire() {
    static_cast<void>(acquire_until(locksmith::deadline::max()));
  }

  bool try_acquire() {
    std::uint32_t word = word_.load(std::memory_order_relaxed);
    while (tokens(word) != 0) {
      if (word_.compare_exchange_weak(word, word - one_token,
                                      std::memory_order_acquire,
                                      std::memory_order_relaxed)) {
        return true;
      }
    }
    return false;
  }

  template <class Rep, class Period>
  bool try_acquire_for(const std::chrono::duration<Rep, Period>& timeout) {
    return acquire_until(locksmith::deadline_after(timeout));
  }

  void release(std::ptrdiff_t update = 1) {
    const auto given = static_cast<std::uint32_t>(update);
    const std::uint32_t old =
        word_.fetch_add(given * one_token, std::memory_order_release);
    const std::uint32_t sleepers = waiters(old);
    if (sleepers != 0) {
      locksmith::futex_wake(&word_,
                            static_cast<int>(std::min(given, sleepers)));
    }
  }

 private:
  // [acquire]
  bool acquire_until(locksmith::deadline end) {
    if (try_acquire()) return true;
    word_.fetch_add(one_waiter, std::memory_order_relaxed);
    for (;;) {
      std::uint32_t word = word_.load(std::memory_order_relaxed);
      if (tokens(word) == 0) {
        if (!locksmith::futex_wait_until(word_, word, end) ||
            std::chrono::steady_clock::now() >= end) {
          word_.fetch_sub(one_waiter, std::memory_order_relaxed);
          return false;  // too late
        }
      } else if (word_.compare_exchange_weak(
                     word, word - one_token - one_waiter,
                     std::memory_order_acquire, std::memory_order_relaxed)) {
        return true;
      }
    }
  }
  // [/acquire]

  static constexpr std::uint32_t one_token = 1;
  static constexpr std::uint32_t one_waiter = 1U << 16;

  static std::uint32_t tokens(std::uint32_t word) { return word % one_waiter; }
  static std::uint32_t waiters(std::uint32_t word) { return word / one_waiter; }

  std::atomic<std::uint32_t> word_;
};

}  // namespace steps::clock_before_token
