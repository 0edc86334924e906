// SPDX-License-Identifier: MIT
// wrong: shows others what is about to be freed
// broken by: WrongSteps.PublishesWhatItFound
#pragma once

#include <atomic>
#include <mutex>

#include "locksmith/rcu.hpp"

namespace steps::publishes_what_it_found {

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
    const settings* seen = last_seen_.load(std::memory_order_acquire);
    if (seen == nullptr) {
      seen = current_.load(std::memory_order_acquire);
      last_seen_.store(seen, std::memory_order_release);
    }
    return *seen;
  }
  // [/read]

  void grow(int more) {
    const settings* const old = current_.load(std::memory_order_relaxed);
    current_.store(new settings{old->threads + more, old->connections + more},
                   std::memory_order_release);
    last_seen_.store(nullptr, std::memory_order_release);
    domain_.synchronize();
    delete old;
  }

 private:
  locksmith::rcu_domain domain_;
  std::atomic<const settings*> last_seen_{nullptr};
  std::atomic<const settings*> current_{new settings};
};

}  // namespace steps::publishes_what_it_found
