// SPDX-License-Identifier: MIT
// wrong: loses a wake-up
// broken by: WrongSteps.CountBesideTheLock
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace steps::count_beside_the_lock {

class semaphore {
 public:
  explicit semaphore(std::ptrdiff_t count) : count_{count} {}

  // [acquire]
  void acquire() {
    if (try_acquire()) return;  // no lock taken
    std::unique_lock lock{mutex_};
    while (!try_acquire()) token_came_.wait(lock);
  }
  // [/acquire]

  bool try_acquire() {
    std::ptrdiff_t count = count_.load();
    while (count > 0) {
      if (count_.compare_exchange_weak(count, count - 1)) return true;
    }
    return false;
  }

  // [release]
  void release(std::ptrdiff_t update = 1) {
    count_ += update;  // no lock taken
    for (; update > 0; --update) token_came_.notify_one();
  }
  // [/release]

 private:
  std::mutex mutex_;
  std::condition_variable token_came_;
  std::atomic<std::ptrdiff_t> count_;
};

}  // namespace steps::count_beside_the_lock
