// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>

#include "locksmith/futex.hpp"

namespace steps::one_word {

class semaphore {
 public:
  explicit semaphore(std::ptrdiff_t count)
      : word_{static_cast<std::uint32_t>(count)} {}

  // [acquire]
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
  // [/acquire]

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

  // [release]
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
  // [/release]

 private:
  // [word]
  // Tokens in the low half, waiters in the high half.
  static constexpr std::uint32_t one_token = 1;
  static constexpr std::uint32_t one_waiter = 1U << 16;

  static std::uint32_t tokens(std::uint32_t word) { return word % one_waiter; }
  static std::uint32_t waiters(std::uint32_t word) { return word / one_waiter; }

  std::atomic<std::uint32_t> word_;
  // [/word]
};

}  // namespace steps::one_word
