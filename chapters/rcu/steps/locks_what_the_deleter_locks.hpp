// SPDX-License-Identifier: MIT
// wrong: waits for a lock that it holds
// broken by: WrongSteps.LocksWhatTheDeleterLocks
#pragma once

#include <atomic>
#include <mutex>

#include "locksmith/rcu.hpp"

namespace steps::locks_what_the_deleter_locks {

struct settings;

// [config]
struct count_and_delete {
  std::mutex* mutex;
  int* deleted;
  void operator()(settings* old) const;
};

struct settings : locksmith::rcu_obj_base<settings, count_and_delete> {
  explicit settings(int n) : threads{n}, connections{n} {}
  int threads;
  int connections;
};

inline void count_and_delete::operator()(settings* old) const {
  const std::scoped_lock lock{*mutex};
  ++*deleted;
  delete old;
}

class config {
 public:
  void grow(int more) {
    const std::scoped_lock lock{mutex_};
    settings* const old = current_.load(std::memory_order_relaxed);
    current_.store(new settings{old->threads + more},
                   std::memory_order_release);
    old->retire({&mutex_, &deleted_}, domain_);
  }
  // [/config]

  config() = default;
  config(const config&) = delete;
  config& operator=(const config&) = delete;
  ~config() { delete current_.load(std::memory_order_relaxed); }

 private:
  std::mutex mutex_;
  int deleted_ = 0;
  std::atomic<settings*> current_{new settings{1}};
  locksmith::rcu_domain domain_;
};

}  // namespace steps::locks_what_the_deleter_locks
