// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <thread>

namespace structures {

/// Runs `work(0)` … `work(Count - 1)`, each in a thread of its own.
template <std::size_t Count, typename Work>
void in_threads(Work work) {
  std::array<std::thread, Count> threads;
  for (std::size_t i = 0; i < Count; ++i) {
    threads[i] = std::thread{work, i};
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
}

/// Whether waiting loops yield. Real ones do, or pause, or do nothing; the
/// verdict must be the same.
inline bool waits_yield = true;

/// Waits until `done()`.
template <typename Predicate>
void spin_until(Predicate done) {
  while (!done()) {
    if (waits_yield) {
      std::this_thread::yield();
    }
  }
}

}  // namespace structures
