// SPDX-License-Identifier: MIT
// wrong: strikes a sleeper off when it notifies it; one that is overtaken
//   sleeps on, counted by nobody
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
    if (count_ == 0) ++sleepers_;
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
    count_ += update;
    for (; update > 0 && sleepers_ > 0; --update, --sleepers_) {
      token_came_.notify_one();
    }
  }

 private:
  std::mutex mutex_;
  std::condition_variable token_came_;
  // Never negative; changed only under the mutex.
  std::ptrdiff_t count_;
  std::ptrdiff_t sleepers_ = 0;
};

}  // namespace exercise
