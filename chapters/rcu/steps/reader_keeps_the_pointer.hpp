// SPDX-License-Identifier: MIT
// wrong: reads on after the section
// broken by: WrongSteps.ReaderKeepsThePointer
#pragma once

#include <atomic>
#include <mutex>

#include "locksmith/rcu.hpp"

namespace steps::reader_keeps_the_pointer {

struct settings : locksmith::rcu_obj_base<settings> {
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
  const settings& read() {
    const std::scoped_lock section{domain_};
    return *current_.load(std::memory_order_acquire);
  }
  // [/read]

  void grow(int more) {
    settings* const old = current_.load(std::memory_order_relaxed);
    auto* const next = new settings{*old};
    next->threads += more;
    next->connections += more;
    current_.store(next, std::memory_order_release);
    domain_.synchronize();
    delete old;
  }

 private:
  locksmith::rcu_domain domain_;
  std::atomic<settings*> current_{new settings};
};

}  // namespace steps::reader_keeps_the_pointer
