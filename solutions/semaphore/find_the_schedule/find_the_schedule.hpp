// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <thread>

namespace exercise {

// The semaphore that loses a wake-up. It stays as it is.
class semaphore {
 public:
  explicit semaphore(std::ptrdiff_t count) : count_{count} {}

  void acquire() {
    std::unique_lock lock{mutex_};
    if (count_ == 0) ++sleepers_;
    while (count_ == 0) token_came_.wait(lock);
    --count_;
  }

  void release(std::ptrdiff_t update = 1) {
    const std::lock_guard lock{mutex_};
    count_ += update;
    // One notification for each token, as long as somebody sleeps.
    for (; update > 0 && sleepers_ > 0; --update, --sleepers_) {
      token_came_.notify_one();
    }
  }

 private:
  std::mutex mutex_;
  std::condition_variable token_came_;
  // Both are changed under the mutex alone.
  std::ptrdiff_t count_;
  std::ptrdiff_t sleepers_ = 0;
};

// Both printers wait. The first job's notification strikes one of them off, but
// the other comes first and takes the job. The one that was struck off sleeps
// on, and the second job is announced to nobody.
template <class Semaphore>
void program() {
  Semaphore jobs{0};
  std::thread first{[&] { jobs.acquire(); }};
  std::thread second{[&] { jobs.acquire(); }};
  jobs.release();
  jobs.release();
  first.join();
  second.join();
}

}  // namespace exercise
