// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <thread>

namespace steps::free_running {

class domain {
 public:
  // [domain]
  void enter(int me) {
    // Release, since this may be seen in place of an earlier `leave`.
    reader_[me].store(period_.load(std::memory_order_relaxed),
                      std::memory_order_release);
    std::atomic_thread_fence(std::memory_order_seq_cst);
  }

  void leave(int me) { reader_[me].store(0, std::memory_order_release); }

  void synchronize() {
    std::atomic_thread_fence(std::memory_order_seq_cst);
    const std::uint64_t period =
        period_.fetch_add(1, std::memory_order_relaxed) + 1;
    for (const std::atomic<std::uint64_t>& reader : reader_) {
      while (true) {
        const std::uint64_t began = reader.load(std::memory_order_acquire);
        if (began == 0 || began >= period) break;
        std::this_thread::yield();
      }
    }
  }
  // [/domain]

 private:
  std::atomic<std::uint64_t> period_{1};
  std::atomic<std::uint64_t> reader_[2]{};
};

}  // namespace steps::free_running
