// SPDX-License-Identifier: MIT
// wrong: looks at the flag of a thread that is gone
// broken by: WrongSteps.DiesWithItsThread
#pragma once

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

namespace steps::dies_with_its_thread {

class domain {
 public:
  // [domain]
  // Each thread that reads has one.
  class reader {
   public:
    explicit reader(domain& where) {
      const std::scoped_lock lock{where.mutex_};
      where.readers_.push_back(this);
    }

    void enter() {
      reading_.store(true, std::memory_order_relaxed);
      std::atomic_thread_fence(std::memory_order_seq_cst);
    }
    void leave() { reading_.store(false, std::memory_order_release); }

    [[nodiscard]] bool reads() const {
      return reading_.load(std::memory_order_acquire);
    }

   private:
    std::atomic<bool> reading_{false};
  };

  void synchronize() {
    std::atomic_thread_fence(std::memory_order_seq_cst);
    const std::scoped_lock lock{mutex_};
    for (const reader* each : readers_) {
      while (each->reads()) std::this_thread::yield();
    }
  }
  // [/domain]

 private:
  std::mutex mutex_;
  std::vector<const reader*> readers_;
};

}  // namespace steps::dies_with_its_thread
