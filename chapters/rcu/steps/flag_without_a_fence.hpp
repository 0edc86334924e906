// SPDX-License-Identifier: MIT
// wrong: frees what a reader reads
// broken by: WrongSteps.FlagWithoutAFence
#pragma once

#include <atomic>
#include <thread>

namespace steps::flag_without_a_fence {

class domain {
 public:
  // [domain]
  void enter(int me) { reading_[me].store(true, std::memory_order_release); }

  void leave(int me) { reading_[me].store(false, std::memory_order_release); }

  void synchronize() {
    for (const std::atomic<bool>& reader : reading_) {
      while (reader.load(std::memory_order_acquire)) std::this_thread::yield();
    }
  }
  // [/domain]

 private:
  std::atomic<bool> reading_[2]{};  // one for each thread that reads
};

}  // namespace steps::flag_without_a_fence
