// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <thread>

#include "locksmith/deadline.hpp"

// The futex by `std::atomic::wait`, for platforms without one of their own.
namespace locksmith::detail::portable_futex {

inline void wait(const std::atomic<std::uint32_t>& word,
                 std::uint32_t expected) noexcept {
  word.wait(expected, std::memory_order_relaxed);
}

// C++20 has no timed wait, so this one looks again and again, ever more slowly.
inline bool wait_until(const std::atomic<std::uint32_t>& word,
                       std::uint32_t expected, deadline end) noexcept {
  using namespace std::chrono;
  steady_clock::duration nap = microseconds{10};
  while (word.load(std::memory_order_relaxed) == expected) {
    const deadline now = steady_clock::now();
    if (now >= end) return false;
    std::this_thread::sleep_for(std::min(nap, end - now));
    nap = std::min<steady_clock::duration>(2 * nap, milliseconds{1});
  }
  return true;
}

inline void wake(std::atomic<std::uint32_t>* word, int most) noexcept {
  if (most == 1) {
    word->notify_one();
  } else if (most > 1) {
    word->notify_all();
  }
}

}  // namespace locksmith::detail::portable_futex
