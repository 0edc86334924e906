// SPDX-License-Identifier: MIT
// wrong: notifies only if there was no token before; the second of two releases
//   tells nobody, and the thread that the first one woke takes only one
// rejected by: EveryExecution.WakesOneForEach
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
    const std::lock_guard lock{mutex_};
    const bool nobody_slept = count_ != 0;
    count_ += update;
    if (nobody_slept) return;
    for (; update > 0; --update) token_came_.notify_one();
  }

 private:
  std::mutex mutex_;
  std::condition_variable token_came_;
  // Never negative; changed only under the mutex.
  std::ptrdiff_t count_;
};

}  // namespace exercise
