// SPDX-License-Identifier: MIT
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
    const std::lock_guard lock{writers_};
    // TODO: a reader is looking at this very version.
    std::invoke(change, *current_.load(std::memory_order_relaxed));
  }

 private:
  mutable one_word_domain domain_;
  std::mutex writers_;
  std::atomic<T*> current_;
};

}  // namespace exercise
