// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <thread>

namespace exercise {

// A domain of two readers, which have the numbers 0 and 1.
class domain {
 public:
  // Begins a read section.
  void lock(std::size_t reader) {
    // Release, as in unlock: whoever sees this phase knows that the reader's
    // earlier sections are over.
    words_[reader].store(phase_.load(std::memory_order_relaxed),
                         std::memory_order_release);
    // Pairs with the fence in synchronize: either that thread sees this reader,
    // or this reader sees what that thread has unlinked.
    std::atomic_thread_fence(std::memory_order_seq_cst);
  }

  // Ends it. Release pairs with the acquire in wait_for.
  void unlock(std::size_t reader) {
    words_[reader].store(idle, std::memory_order_release);
  }

  // Waits until all sections have ended that are open now.
  void synchronize() {
    const std::lock_guard lock{writers_};
    std::atomic_thread_fence(std::memory_order_seq_cst);
    // A reader that loaded a phase and then stalled looks as if it belonged to
    // whichever phase has the same number now. It does not belong to both.
    flip();
    flip();
  }

 private:
  // A reader's word is the phase in which it began to read.
  enum : std::uint32_t { idle, first, second };

  // Begins the other phase, and waits for the readers of this one.
  void flip() {
    const std::uint32_t next =
        first + second - phase_.load(std::memory_order_relaxed);
    phase_.store(next, std::memory_order_relaxed);
    for (const auto& word : words_) wait_for(word, next);
  }

  // Waits until the reader is idle, or one of this phase.
  static void wait_for(const std::atomic<std::uint32_t>& word,
                       std::uint32_t phase) {
    for (;;) {
      const std::uint32_t seen = word.load(std::memory_order_acquire);
      if (seen == idle || seen == phase) return;
      std::this_thread::yield();
    }
  }

  std::mutex writers_;
  std::atomic<std::uint32_t> phase_{first};
  std::array<std::atomic<std::uint32_t>, 2> words_{};
};

}  // namespace exercise
