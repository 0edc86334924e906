// SPDX-License-Identifier: MIT
// wrong: takes the pointer from a failed exchange without acquire, and copies
//   what it points to
// rejected by: EveryExecution.KeepsBothUpdates
// it says: data race
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>

#include "one_word_domain.hpp"

namespace exercise {

template <class T>
class shared_value {
 public:
  explicit shared_value(T initial) : current_{new T(std::move(initial))} {}
  shared_value(const shared_value&) = delete;
  shared_value& operator=(const shared_value&) = delete;
  ~shared_value() { delete current_.load(std::memory_order_relaxed); }

  // Calls `look` with the current version.
  template <class F>
  auto read(F look) const {
    const std::scoped_lock section{domain_};
    return std::invoke(look, *current_.load(std::memory_order_acquire));
  }

  // Lets `change` change a copy of the current version, and publishes it. Any
  // thread may call it, and none waits for another's change.
  template <class F>
  void update(F change) {
    T* old = nullptr;
    {
      // The section keeps the old version's memory from being used again, so
      // that an equal pointer is the same version.
      const std::scoped_lock section{domain_};
      // Acquire pairs with the release below, here and in the exchange that
      // fails: what it reads is to be copied.
      old = current_.load(std::memory_order_acquire);
      std::unique_ptr<T> next;
      do {
        next = std::make_unique<T>(*old);
        std::invoke(change, *next);
      } while (!current_.compare_exchange_strong(old, next.get(),
                                                 std::memory_order_release,
                                                 std::memory_order_relaxed));
      next.release();
    }
    domain_.synchronize();
    delete old;
  }

 private:
  mutable one_word_domain domain_;
  std::atomic<T*> current_;
};

}  // namespace exercise
