// SPDX-License-Identifier: MIT
// wrong: is gone when its deleter runs
// broken by: WrongSteps.LeavesWorkBehind
#pragma once

#include <atomic>
#include <mutex>

#include "locksmith/rcu.hpp"

namespace steps::leaves_work_behind {

struct settings;

struct count_and_delete {
  std::atomic<int>* waiting;
  void operator()(settings* old) const;
};

struct settings : locksmith::rcu_obj_base<settings, count_and_delete> {
  explicit settings(int n) : threads{n}, connections{n} {}
  int threads;
  int connections;
};

inline void count_and_delete::operator()(settings* old) const {
  waiting->fetch_sub(1, std::memory_order_relaxed);
  delete old;
}

// For one thread that writes.
class config {
 public:
  config() = default;
  config(const config&) = delete;
  config& operator=(const config&) = delete;

  // [config]
  ~config() { delete current_.load(std::memory_order_relaxed); }

  void grow(int more) {
    settings* const old = current_.load(std::memory_order_relaxed);
    current_.store(new settings{old->threads + more},
                   std::memory_order_release);
    waiting_.fetch_add(1, std::memory_order_relaxed);
    old->retire({&waiting_});
  }
  // [/config]

 private:
  std::atomic<int> waiting_{0};
  std::atomic<settings*> current_{new settings{1}};
};

}  // namespace steps::leaves_work_behind
