// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <mutex>
#include <thread>

namespace exercise {

// The domain that lets a version go too early. It stays as it is.
class domain {
 public:
  // Begins a read section. A reader has a number, 0 or 1.
  void lock(std::size_t reader) {
    words_[reader].store(phase_.load(std::memory_order_relaxed),
                         std::memory_order_release);
    std::atomic_thread_fence(std::memory_order_seq_cst);
  }

  // Ends it.
  void unlock(std::size_t reader) {
    words_[reader].store(idle, std::memory_order_release);
  }

  // Waits until all sections have ended that are open now.
  void synchronize() {
    const std::lock_guard lock{writers_};
    std::atomic_thread_fence(std::memory_order_seq_cst);
    // Begins the other phase, and waits for the readers of this one.
    const std::uint32_t next =
        first + second - phase_.load(std::memory_order_relaxed);
    phase_.store(next, std::memory_order_relaxed);
    for (const auto& word : words_) {
      while (is_old(word.load(std::memory_order_acquire), next)) {
        std::this_thread::yield();
      }
    }
  }

 private:
  // A reader's word is the phase in which it began to read.
  enum : std::uint32_t { idle, first, second };

  static bool is_old(std::uint32_t word, std::uint32_t phase) {
    return word != idle && word != phase;
  }

  std::mutex writers_;
  std::atomic<std::uint32_t> phase_{first};
  std::array<std::atomic<std::uint32_t>, 2> words_{};
};

// The reader loads the phase and stalls. The first grace period waits for
// nobody; then the reader begins, in a phase that is over. When the second one
// flips back, the reader looks as if it had just come.
template <class Domain>
void program() {
  Domain domain;
  std::atomic<int*> current{new int{1}};
  std::thread reader{[&] {
    domain.lock(0);
    if (*current.load(std::memory_order_acquire) == 0) std::abort();
    domain.unlock(0);
  }};
  for (int version = 2; version < 4; ++version) {
    int* const old =
        current.exchange(new int{version}, std::memory_order_acq_rel);
    domain.synchronize();
    delete old;
  }
  reader.join();
  delete current.load(std::memory_order_relaxed);
}

}  // namespace exercise
