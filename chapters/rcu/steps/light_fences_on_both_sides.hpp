// SPDX-License-Identifier: MIT
// wrong: frees what a reader reads
// broken by: WrongSteps.LightFencesOnBothSides
#pragma once

#include <atomic>
#include <cstdint>
#include <thread>

#include "locksmith/asymmetric_fence.hpp"

namespace steps::light_fences_on_both_sides {

class domain {
 public:
  void enter(int me) {
    reader_[me].store(period_.load(std::memory_order_relaxed),
                      std::memory_order_release);
    locksmith::asymmetric_thread_fence_light();
  }

  void leave(int me) { reader_[me].store(0, std::memory_order_release); }

  // [synchronize]
  void synchronize() {
    locksmith::asymmetric_thread_fence_light();
    const std::uint64_t period =
        period_.fetch_add(1, std::memory_order_relaxed) + 1;
    // [/synchronize]
    for (const std::atomic<std::uint64_t>& reader : reader_) {
      while (true) {
        const std::uint64_t began = reader.load(std::memory_order_acquire);
        if (began == 0 || began >= period) break;
        std::this_thread::yield();
      }
    }
  }

 private:
  std::atomic<std::uint64_t> period_{1};
  std::atomic<std::uint64_t> reader_[2]{};
};

}  // namespace steps::light_fences_on_both_sides
