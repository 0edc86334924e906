// SPDX-License-Identifier: MIT
// wrong: waits for itself
// broken by: WrongSteps.SynchronizeInASection
#pragma once

#include <atomic>
#include <mutex>

#include "locksmith/rcu.hpp"

namespace steps::synchronize_in_a_section {

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

  settings read() {
    const std::scoped_lock section{domain_};
    return *current_.load(std::memory_order_acquire);
  }

  // [grow]
  void grow(int more) {
    const std::scoped_lock section{domain_};
    const settings* const old = current_.load(std::memory_order_relaxed);
    current_.store(new settings{old->threads + more, old->connections + more},
                   std::memory_order_release);
    domain_.synchronize();
    delete old;
  }
  // [/grow]

 private:
  locksmith::rcu_domain domain_;
  std::atomic<const settings*> current_{new settings};
};

}  // namespace steps::synchronize_in_a_section
