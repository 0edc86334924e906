// SPDX-License-Identifier: MIT
// wrong: reads the old version in a section of its own and waits for all
//   sections in there, its own included
// rejected by: EveryExecution.ShowsOneVersion
// it says: main spins: it reads the newest value again and again
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>

#include "one_word_domain.hpp"

namespace exercise {

template <class T>
class config_cell {
 public:
  explicit config_cell(T initial) : current_{new T(std::move(initial))} {}
  config_cell(const config_cell&) = delete;
  config_cell& operator=(const config_cell&) = delete;
  ~config_cell() { delete current_.load(std::memory_order_relaxed); }

  // Calls `look` with the current version. Many threads do, at any time, and
  // none of them waits.
  template <class F>
  auto read(F look) const {
    const std::scoped_lock section{domain_};
    return std::invoke(look, *current_.load(std::memory_order_acquire));
  }

  // Lets `change` change a copy of the current version, and publishes it.
  template <class F>
  void update(F change) {
    const std::scoped_lock section{domain_};
    const T* old = nullptr;
    {
      const std::lock_guard lock{writers_};
      // Relaxed: only writers change it, and the mutex orders them.
      old = current_.load(std::memory_order_relaxed);
      auto next = std::make_unique<T>(*old);
      std::invoke(change, *next);
      // Release pairs with the acquire in read.
      current_.store(next.release(), std::memory_order_release);
    }
    // With the mutex open: other writers need not wait for these readers.
    domain_.synchronize();
    delete old;
  }

 private:
  mutable one_word_domain domain_;
  std::mutex writers_;
  std::atomic<T*> current_;
};

}  // namespace exercise
