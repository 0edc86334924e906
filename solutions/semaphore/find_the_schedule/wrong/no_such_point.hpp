// SPDX-License-Identifier: MIT
// wrong: waits for a point that the code does not have
// rejected by: Schedule.CanBePlayed
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <mutex>

#include "testing/schedule.hpp"

namespace exercise {

using testing_support::at;

// The semaphore that loses a wake-up. It stays as it is.
class semaphore {
 public:
  explicit semaphore(std::ptrdiff_t count) : count_{count} {}

  void acquire() {
    if (try_acquire()) return;
    std::unique_lock lock{mutex_};
    while (!try_acquire()) {
      at("has seen zero");
      token_came_.wait(lock);
      at("is awake");
    }
    at("has a token");
  }

  bool try_acquire() {
    std::ptrdiff_t count = count_.load();
    while (count > 0) {
      if (count_.compare_exchange_weak(count, count - 1)) return true;
    }
    return false;
  }

  void release(std::ptrdiff_t update = 1) {
    count_ += update;
    at("has given");
    for (; update > 0; --update) {
      token_came_.notify_one();
      at("has notified");
    }
  }

 private:
  std::mutex mutex_;
  std::condition_variable token_came_;
  std::atomic<std::ptrdiff_t> count_;
};

// Threads 1 and 2 call acquire(), thread 3 calls release(2).
inline testing_support::schedule answer() {
  return {
      {1, "asleep"}, {2, "has looked"}, {3, "end"}, {2, "asleep"}, {1, "end"}};
}

}  // namespace exercise
