// SPDX-License-Identifier: MIT
// wrong: notifies before the token is there; a thread that is quick finds none
//   and goes back to sleep
// rejected by: EveryExecution.HandsOver
// it says: deadlock: no thread can go on
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace exercise {

class semaphore {
 public:
  explicit semaphore(std::ptrdiff_t count) : count_{count} {}

  void acquire() {
    std::unique_lock lock{mutex_};
    while (count_ == 0) token_came_.wait(lock);
    --count_;
  }

  bool try_acquire() {
    const std::lock_guard lock{mutex_};
    if (count_ == 0) return false;
    --count_;
    return true;
  }

  void release(std::ptrdiff_t update = 1) {
    for (std::ptrdiff_t told = 0; told < update; ++told) {
      token_came_.notify_one();
    }
    const std::lock_guard lock{mutex_};
    count_ += update;
  }

 private:
  std::mutex mutex_;
  std::condition_variable token_came_;
  // Never negative; changed only under the mutex.
  std::ptrdiff_t count_;
};

}  // namespace exercise
