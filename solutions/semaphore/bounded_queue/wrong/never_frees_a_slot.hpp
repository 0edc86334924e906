// SPDX-License-Identifier: MIT
// wrong: tells the wrong semaphore: it gives back a value where it should give
//   back a slot, and so the slots run out
// rejected by: EveryExecution.KeepsTheOrder
// it says: deadlock: no thread can go on: main sleeps
#pragma once

#include <cstddef>
#include <mutex>
#include <vector>

#include "locksmith/semaphore.hpp"

namespace exercise {

template <class T>
class bounded_queue {
 public:
  explicit bounded_queue(std::size_t capacity)
      : slots_(capacity),
        empty_{static_cast<std::ptrdiff_t>(capacity)},
        full_{0} {}

  void push(const T& value) {
    empty_.acquire();
    std::unique_lock lock{mutex_};
    put(value);
    lock.unlock();
    full_.release();
  }

  T pop() {
    full_.acquire();
    std::unique_lock lock{mutex_};
    T value = take();
    lock.unlock();
    full_.release();
    return value;
  }

 private:
  void put(const T& value) { slots_[next_in_++ % slots_.size()] = value; }

  T take() { return slots_[next_out_++ % slots_.size()]; }

  std::vector<T> slots_;
  // Where the next one goes and where the next one is, counted from the start.
  std::size_t next_in_ = 0;
  std::size_t next_out_ = 0;

  std::mutex mutex_;
  locksmith::counting_semaphore<> empty_;
  locksmith::counting_semaphore<> full_;
};

}  // namespace exercise
