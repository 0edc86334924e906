// SPDX-License-Identifier: MIT
// wrong: enlists with release, though nobody reads what a waiter did
// rejected by: WeakestOrders.Enlist
// it says: is release, but relaxed is enough
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>

#include "locksmith/futex.hpp"

namespace exercise {

class semaphore {
 public:
  // The loads look, a successful exchange takes, a failed one misses.
  static constexpr std::memory_order look = std::memory_order_relaxed;
  static constexpr std::memory_order take = std::memory_order_acquire;
  static constexpr std::memory_order miss = std::memory_order_relaxed;
  static constexpr std::memory_order enlist = std::memory_order_release;
  static constexpr std::memory_order give = std::memory_order_release;

  explicit semaphore(std::ptrdiff_t count)
      : word_{static_cast<std::uint32_t>(count)} {}

  void acquire() {
    if (try_acquire()) return;
    word_.fetch_add(one_waiter, enlist);
    for (;;) {
      std::uint32_t word = word_.load(look);
      if (tokens(word) == 0) {
        locksmith::futex_wait(word_, word);
      } else if (word_.compare_exchange_weak(
                     word, word - one_token - one_waiter, take, miss)) {
        return;
      }
    }
  }

  bool try_acquire() {
    std::uint32_t word = word_.load(look);
    while (tokens(word) != 0) {
      if (word_.compare_exchange_weak(word, word - one_token, take, miss)) {
        return true;
      }
    }
    return false;
  }

  void release(std::ptrdiff_t update = 1) {
    const auto given = static_cast<std::uint32_t>(update);
    const std::uint32_t old = word_.fetch_add(given * one_token, give);
    const std::uint32_t sleepers = waiters(old);
    if (sleepers != 0) {
      locksmith::futex_wake(&word_,
                            static_cast<int>(std::min(given, sleepers)));
    }
  }

 private:
  // Tokens in the low half, waiters in the high half.
  static constexpr std::uint32_t one_token = 1;
  static constexpr std::uint32_t one_waiter = 1U << 16;

  static std::uint32_t tokens(std::uint32_t word) { return word % one_waiter; }
  static std::uint32_t waiters(std::uint32_t word) { return word / one_waiter; }

  std::atomic<std::uint32_t> word_;
};

}  // namespace exercise
