// SPDX-License-Identifier: MIT
// wrong: waits for a reader that waits for the lock
// broken by: WrongSteps.SynchronizeUnderALock
#pragma once

#include <atomic>
#include <mutex>

#include "locksmith/rcu.hpp"

namespace steps::synchronize_under_a_lock {

struct settings {
  int threads = 1;
  int connections = 1;
};

class config {
 public:
  config() = default;
  config(const config&) = delete;
  config& operator=(const config&) = delete;
  ~config() { delete current_.load(std::memory_order_relaxed); }

  // [config]
  settings read() {
    const std::scoped_lock section{domain_};
    const std::scoped_lock lock{mutex_};
    ++reads_;
    return *current_.load(std::memory_order_acquire);
  }

  void grow(int more) {
    const std::scoped_lock lock{mutex_};
    const settings* const old = current_.load(std::memory_order_relaxed);
    current_.store(new settings{old->threads + more, old->connections + more},
                   std::memory_order_release);
    domain_.synchronize();
    delete old;
  }
  // [/config]

 private:
  locksmith::rcu_domain domain_;
  std::mutex mutex_;
  int reads_ = 0;
  std::atomic<const settings*> current_{new settings};
};

}  // namespace steps::synchronize_under_a_lock
