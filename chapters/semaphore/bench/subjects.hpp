// SPDX-License-Identifier: MIT
#pragma once

#include <semaphore.h>

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <semaphore>

#include "locksmith/byte_semaphore.hpp"
#include "locksmith/parker.hpp"
#include "locksmith/semaphore.hpp"
#include "steps/condition_variable.hpp"
#include "steps/wake_every_time.hpp"

#if __has_include(<lightweightsemaphore.h>)
// The header of the semaphore wants the other before it.
#include <concurrentqueue.h>
#include <lightweightsemaphore.h>
#define LIGHTWEIGHT_SEMAPHORE 1
#else
#define LIGHTWEIGHT_SEMAPHORE 0
#endif

/// What is measured, each with `acquire` and `release` and made from a count.
namespace subjects {

/// The floor: what any semaphore must do to count and to order memory.
class two_read_modify_writes {
 public:
  explicit two_read_modify_writes(int count) : count_{count} {}
  void acquire() { count_.fetch_sub(1, std::memory_order_acquire); }
  void release() { count_.fetch_add(1, std::memory_order_release); }

 private:
  std::atomic<int> count_;
};

/// The floor of those that never let the count fall below zero.
class compare_exchange_and_add {
 public:
  explicit compare_exchange_and_add(int count) : count_{count} {}
  void acquire() {
    int count = count_.load(std::memory_order_relaxed);
    while (!count_.compare_exchange_weak(count, count - 1,
                                         std::memory_order_acquire,
                                         std::memory_order_relaxed)) {
    }
  }
  void release() { count_.fetch_add(1, std::memory_order_release); }

 private:
  std::atomic<int> count_;
};

/// `locksmith::parker` under the names of a semaphore.
class parker {
 public:
  explicit parker(int count) {
    if (count != 0) parker_.unpark();
  }
  void acquire() { parker_.park(); }
  void release() { parker_.unpark(); }

 private:
  locksmith::parker parker_;
};

/// The semaphore of POSIX.
class posix {
 public:
  explicit posix(int count) {
    ::sem_init(&semaphore_, 0, static_cast<unsigned>(count));
  }
  ~posix() { ::sem_destroy(&semaphore_); }
  posix(const posix&) = delete;
  posix& operator=(const posix&) = delete;

  void acquire() {
    while (::sem_wait(&semaphore_) == -1 && errno == EINTR) {
    }
  }
  void release() { ::sem_post(&semaphore_); }

 private:
  ::sem_t semaphore_;
};

#if LIGHTWEIGHT_SEMAPHORE
/// The semaphore below moodycamel::BlockingConcurrentQueue, by Cameron
/// Desrochers after Jeff Preshing.
class lightweight {
 public:
  explicit lightweight(int count) : semaphore_{count} {}
  void acquire() { semaphore_.wait(); }
  void release() { semaphore_.signal(); }

 private:
  moodycamel::LightweightSemaphore semaphore_;
};
#endif

}  // namespace subjects
