// SPDX-License-Identifier: MIT
// wrong: leaves it to offline to wake who waits; a thread that stays online
//   lets it sleep
// rejected by: RealThreads.GoOnWhenTheOtherIsQuiescent
// it says: it sleeps, though both have been quiescent
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "locksmith/futex.hpp"

namespace exercise {

// Reclamation by quiescent states, for two threads that read, which have the
// numbers 0 and 1, and one that deletes.
class qsbr {
 public:
  // From here on the thread may read.
  void online(std::size_t thread) {
    said_[thread].store(period_.load(std::memory_order_relaxed),
                        std::memory_order_relaxed);
    // Pairs with the fence in synchronize.
    std::atomic_thread_fence(std::memory_order_seq_cst);
  }

  // The thread holds nothing now, and goes on to read.
  void quiescent(std::size_t thread) {
    // Release pairs with the acquire in is_over.
    said_[thread].store(period_.load(std::memory_order_relaxed),
                        std::memory_order_release);
    std::atomic_thread_fence(std::memory_order_seq_cst);
  }

  // From here on the thread reads nothing.
  void offline(std::size_t thread) {
    // Release pairs with the acquire in is_over.
    said_[thread].store(0, std::memory_order_release);
    wake_sleeper();
  }

  // Waits until each thread that is online now has been quiescent or offline.
  void synchronize() {
    // Pairs with a fence of whoever goes online or was quiescent. Either this
    // thread sees what that one has said, or that one finds unlinked what this
    // one has unlinked.
    std::atomic_thread_fence(std::memory_order_seq_cst);
    const std::uint64_t period =
        period_.fetch_add(1, std::memory_order_relaxed) + 1;
    for (const std::atomic<std::uint64_t>& said : said_) {
      wait_for(said, period);
    }
  }

 private:
  static bool is_over(const std::atomic<std::uint64_t>& said,
                      std::uint64_t period) {
    // Acquire: what the thread has read, it read before this.
    const std::uint64_t word = said.load(std::memory_order_acquire);
    return word == 0 || word >= period;
  }

  void wait_for(const std::atomic<std::uint64_t>& said, std::uint64_t period) {
    while (!is_over(said, period)) {
      waits_.store(1, std::memory_order_relaxed);
      // Pairs with a fence of whoever is quiescent or goes offline. Either that
      // thread sees that it is to wake this one, or this one sees what that one
      // has said.
      std::atomic_thread_fence(std::memory_order_seq_cst);
      if (is_over(said, period)) return;
      locksmith::futex_wait(waits_, 1);
    }
  }

  void wake_sleeper() {
    // Pairs with the fences in wait_for and in synchronize.
    std::atomic_thread_fence(std::memory_order_seq_cst);
    if (waits_.load(std::memory_order_relaxed) != 0) wake();
  }

  // Wakes who waits. Whoever must wait on says so anew.
  void wake() {
    waits_.store(0, std::memory_order_relaxed);
    locksmith::futex_wake(&waits_, std::numeric_limits<int>::max());
  }

  std::atomic<std::uint64_t> period_{1};
  // What each thread has said: zero if it is offline; otherwise the number of a
  // period, and since that began it holds nothing that was unlinked before.
  std::array<std::atomic<std::uint64_t>, 2> said_{};
  // 1 if who deletes may sleep.
  std::atomic<std::uint32_t> waits_{0};
};

}  // namespace exercise
