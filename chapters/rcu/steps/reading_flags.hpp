// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <thread>

namespace steps::reading_flags {

class domain {
 public:
  // [domain]
  void enter(int me) {
    reading_[me].store(true, std::memory_order_relaxed);
    std::atomic_thread_fence(std::memory_order_seq_cst);
  }

  void leave(int me) { reading_[me].store(false, std::memory_order_release); }

  void synchronize() {
    std::atomic_thread_fence(std::memory_order_seq_cst);
    for (const std::atomic<bool>& reader : reading_) {
      while (reader.load(std::memory_order_acquire)) std::this_thread::yield();
    }
  }
  // [/domain]

 private:
  std::atomic<bool> reading_[2]{};  // one for each thread that reads
};

}  // namespace steps::reading_flags
