// SPDX-License-Identifier: MIT
// wrong: has one printer, and nobody to overtake it
// rejected by: Program.BreaksTheSemaphore
// it says: it comes to its end in every execution
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

template <class Semaphore>
void program() {
  Semaphore jobs{0};
  std::thread printer{[&] {
    jobs.acquire();
    jobs.acquire();
  }};
  jobs.release();
  jobs.release();
  printer.join();
}

}  // namespace exercise
