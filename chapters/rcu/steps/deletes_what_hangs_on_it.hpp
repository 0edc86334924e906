// SPDX-License-Identifier: MIT
// wrong: frees a part of what a reader reads
// broken by: WrongSteps.DeletesWhatHangsOnIt
#pragma once

#include <atomic>
#include <mutex>

#include "locksmith/rcu.hpp"

namespace steps::deletes_what_hangs_on_it {

struct limits {
  int connections;
};

struct version : locksmith::rcu_obj_base<version> {
  version(int t, limits* l) : threads{t}, limit{l} {}
  int threads;
  limits* limit;
};

struct settings {
  int threads;
  int connections;
};

// For one thread that writes.
class config {
 public:
  config() = default;
  config(const config&) = delete;
  config& operator=(const config&) = delete;
  ~config() {
    const version* const last = current_.load(std::memory_order_relaxed);
    delete last->limit;
    delete last;
  }

  settings read() {
    const std::scoped_lock section{domain_};
    const version* const seen = current_.load(std::memory_order_acquire);
    return {seen->threads, seen->limit->connections};
  }

  // [grow]
  void grow(int more) {
    version* const old = current_.load(std::memory_order_relaxed);
    const int n = old->threads + more;
    current_.store(new version{n, new limits{n}}, std::memory_order_release);
    delete old->limit;
    old->retire({}, domain_);
  }
  // [/grow]

 private:
  locksmith::rcu_domain domain_;
  std::atomic<version*> current_{new version{1, new limits{1}}};
};

}  // namespace steps::deletes_what_hangs_on_it
