// SPDX-License-Identifier: MIT
// wrong: takes the token without acquire, so that what its giver did may not be
//   visible
// rejected by: EveryExecution.WaitsForTheToken
// it says: the compare_exchange at takes_relaxed.hpp
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>

#include "locksmith/deadline.hpp"
#include "locksmith/futex.hpp"

namespace exercise {

class semaphore {
 public:
  explicit semaphore(std::ptrdiff_t count)
      : word_{static_cast<std::uint32_t>(count)} {}

  void acquire() {
    if (try_acquire()) return;
    word_.fetch_add(one_waiter, std::memory_order_relaxed);
    for (;;) {
      std::uint32_t word = word_.load(std::memory_order_relaxed);
      if (tokens(word) == 0) {
        locksmith::futex_wait(word_, word);
      } else if (word_.compare_exchange_weak(
                     word, word - one_token - one_waiter,
                     std::memory_order_acquire, std::memory_order_relaxed)) {
        return;
      }
    }
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

  bool try_acquire_until(locksmith::deadline end) {
    if (try_acquire()) return true;
    word_.fetch_add(one_waiter, std::memory_order_relaxed);
    for (;;) {
      std::uint32_t word = word_.load(std::memory_order_relaxed);
      if (tokens(word) == 0) {
        if (!locksmith::futex_wait_until(word_, word, end) && leave()) {
          return false;
        }
      } else if (word_.compare_exchange_weak(
                     word, word - one_token - one_waiter,
                     std::memory_order_relaxed, std::memory_order_relaxed)) {
        return true;
      }
    }
  }

  template <class Rep, class Period>
  bool try_acquire_for(const std::chrono::duration<Rep, Period>& timeout) {
    return try_acquire_until(locksmith::deadline_after(timeout));
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
  // Takes this thread off the waiters if there is still no token; the look and
  // the leaving are one compare-exchange.
  bool leave() {
    std::uint32_t word = word_.load(std::memory_order_relaxed);
    while (tokens(word) == 0) {
      if (word_.compare_exchange_weak(word, word - one_waiter,
                                      std::memory_order_relaxed)) {
        return true;
      }
    }
    return false;
  }

  // Tokens in the low half, waiters in the high half.
  static constexpr std::uint32_t one_token = 1;
  static constexpr std::uint32_t one_waiter = 1U << 16;

  static std::uint32_t tokens(std::uint32_t word) { return word % one_waiter; }
  static std::uint32_t waiters(std::uint32_t word) { return word / one_waiter; }

  std::atomic<std::uint32_t> word_;
};

}  // namespace exercise
