// SPDX-License-Identifier: MIT
// wrong: shows numbers of two versions
// broken by: WrongSteps.TwoLooks
#pragma once

#include <atomic>
#include <mutex>

#include "locksmith/rcu.hpp"

namespace steps::two_looks {

struct settings {
  int threads = 1;
  int connections = 1;
};

// For one thread that writes.
class config {
 public:
  config() = default;
  config(const config&) = delete;
  config& operator=(const config&) = delete;
  ~config() { delete current_.load(std::memory_order_relaxed); }

  // [read]
  settings read() {
    const std::scoped_lock section{domain_};
    return {current()->threads, current()->connections};
  }
  // [/read]

  void grow(int more) {
    const settings* const old = current_.load(std::memory_order_relaxed);
    current_.store(new settings{old->threads + more, old->connections + more},
                   std::memory_order_release);
    domain_.synchronize();
    delete old;
  }

 private:
  [[nodiscard]] const settings* current() const {
    return current_.load(std::memory_order_acquire);
  }

  locksmith::rcu_domain domain_;
  std::atomic<const settings*> current_{new settings};
};

}  // namespace steps::two_looks
