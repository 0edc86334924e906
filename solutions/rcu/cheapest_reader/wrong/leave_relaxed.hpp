// SPDX-License-Identifier: MIT
// wrong: takes the flag down without release; the version may be freed before
//   the last read of it
// rejected by: EveryExecution.IsReadWhileItIsReplaced
// it says: is relaxed, so the load at leave_relaxed.hpp
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <thread>
#include <utility>

namespace exercise {

// A value with one writer and two readers, which have the numbers 0 and 1.
template <class T>
class cell {
 public:
  static constexpr std::memory_order announce = std::memory_order_relaxed;
  static constexpr std::memory_order follow = std::memory_order_acquire;
  static constexpr std::memory_order leave = std::memory_order_relaxed;
  static constexpr std::memory_order publish = std::memory_order_release;
  static constexpr std::memory_order look = std::memory_order_acquire;
  static constexpr std::memory_order meet = std::memory_order_seq_cst;

  explicit cell(T initial) : current_{new T(std::move(initial))} {}
  cell(const cell&) = delete;
  cell& operator=(const cell&) = delete;
  ~cell() { delete current_.load(std::memory_order_relaxed); }

  // The current version. It stays until this reader calls `end`.
  const T& begin(std::size_t reader) {
    reading_[reader].store(true, announce);
    std::atomic_thread_fence(meet);
    return *current_.load(follow);
  }

  void end(std::size_t reader) { reading_[reader].store(false, leave); }

  // Publishes `next` and frees the version before it.
  void replace(T next) {
    const T* const old = current_.exchange(new T(std::move(next)), publish);
    std::atomic_thread_fence(meet);
    for (const std::atomic<bool>& reading : reading_) {
      while (reading.load(look)) std::this_thread::yield();
    }
    delete old;
  }

 private:
  std::array<std::atomic<bool>, 2> reading_{};
  std::atomic<T*> current_;
};

}  // namespace exercise
