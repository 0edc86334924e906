// SPDX-License-Identifier: MIT
// wrong: copies in a section and exchanges after it; by then, the pointer can
//   stand for a newer version in the same memory
// rejected by: EveryExecution.TellsVersionsApart
// it says: requirement: each update is made once and none is lost
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
    std::unique_ptr<T> next;
    do {
      const std::scoped_lock section{domain_};
      old = current_.load(std::memory_order_acquire);
      next = std::make_unique<T>(*old);
      std::invoke(change, *next);
    } while (!publish(old, next.get()));
    next.release();
    domain_.synchronize();
    delete old;
  }

 private:
  bool publish(T* old, T* next) {
    return current_.compare_exchange_strong(
        old, next, std::memory_order_release, std::memory_order_relaxed);
  }

  mutable one_word_domain domain_;
  std::atomic<T*> current_;
};

}  // namespace exercise
