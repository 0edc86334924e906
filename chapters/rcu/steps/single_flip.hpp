// SPDX-License-Identifier: MIT
// wrong: takes an old section for a new one
// broken by: WrongSteps.SingleFlip
#pragma once

#include <atomic>
#include <mutex>
#include <thread>

namespace steps::single_flip {

class domain {
 public:
  // [domain]
  enum state { idle, in_phase_0, in_phase_1 };

  void enter(int me) {
    const state phase = phase_.load(std::memory_order_relaxed);
    // Release, since this may be seen in place of an earlier `leave`.
    reader_[me].store(phase, std::memory_order_release);
    std::atomic_thread_fence(std::memory_order_seq_cst);
  }

  void leave(int me) { reader_[me].store(idle, std::memory_order_release); }

  void synchronize() {
    const std::scoped_lock lock{one_at_a_time_};
    std::atomic_thread_fence(std::memory_order_seq_cst);
    const state old = phase_.load(std::memory_order_relaxed);
    phase_.store(old == in_phase_0 ? in_phase_1 : in_phase_0,
                 std::memory_order_relaxed);
    std::atomic_thread_fence(std::memory_order_seq_cst);
    for (const std::atomic<state>& reader : reader_) {
      while (reader.load(std::memory_order_acquire) == old) {
        std::this_thread::yield();
      }
    }
  }
  // [/domain]

 private:
  std::atomic<state> phase_{in_phase_0};
  std::atomic<state> reader_[2]{};
  std::mutex one_at_a_time_;
};

}  // namespace steps::single_flip
