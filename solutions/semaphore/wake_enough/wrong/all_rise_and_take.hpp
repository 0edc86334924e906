// SPDX-License-Identifier: MIT
// wrong: wakes all threads, and those that find no token take one all the same
// rejected by: EveryExecution.HandsOver
// it says: data race: the write at semaphore_bodies.hpp
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
    if (count_ == 0) token_came_.wait(lock);
    --count_;
  }

  bool try_acquire() {
    const std::lock_guard lock{mutex_};
    if (count_ == 0) return false;
    --count_;
    return true;
  }

  void release(std::ptrdiff_t update = 1) {
    const std::lock_guard lock{mutex_};
    count_ += update;
    token_came_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable token_came_;
  // Never negative; changed only under the mutex.
  std::ptrdiff_t count_;
};

}  // namespace exercise
