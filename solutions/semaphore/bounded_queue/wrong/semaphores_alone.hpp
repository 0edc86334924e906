// SPDX-License-Identifier: MIT
// wrong: takes the semaphores for a lock; they let as many threads in as there
//   are slots, and a value that is half in is announced by another thread
// rejected by: EveryExecution.TakesFromTwoGivers
// it says: data race
#pragma once

#include <cstddef>
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
    put(value);
    full_.release();
  }

  T pop() {
    full_.acquire();
    T value = take();
    empty_.release();
    return value;
  }

 private:
  void put(const T& value) { slots_[next_in_++ % slots_.size()] = value; }

  T take() { return slots_[next_out_++ % slots_.size()]; }

  std::vector<T> slots_;
  // Where the next one goes and where the next one is, counted from the start.
  std::size_t next_in_ = 0;
  std::size_t next_out_ = 0;

  locksmith::counting_semaphore<> empty_;
  locksmith::counting_semaphore<> full_;
};

}  // namespace exercise
