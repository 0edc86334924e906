// SPDX-License-Identifier: MIT
// wrong: joins the reader before the second grace period; nobody can stall over
//   both
// rejected by: Program.BreaksTheDomain
// it says: in every execution
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

template <class Domain>
void program() {
  Domain domain;
  std::atomic<int*> current{new int{1}};
  std::thread reader{[&] {
    domain.lock(0);
    if (*current.load(std::memory_order_acquire) == 0) std::abort();
    domain.unlock(0);
  }};
  int* old = current.exchange(new int{2}, std::memory_order_acq_rel);
  domain.synchronize();
  delete old;
  reader.join();
  old = current.exchange(new int{3}, std::memory_order_acq_rel);
  domain.synchronize();
  delete old;
  delete current.load(std::memory_order_relaxed);
}

}  // namespace exercise
