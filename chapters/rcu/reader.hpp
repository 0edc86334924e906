// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>
#include <semaphore>
#include <utility>

#include "locksmith/rcu.hpp"
#include "testing/actor.hpp"

namespace rcu_test {

/// A thread that is in a section until it is told to leave it.
class reader {
 public:
  explicit reader(locksmith::rcu_domain& domain)
      : actor_{[this, &domain] {
          const std::scoped_lock section{domain};
          inside_.release();
          leave_.acquire();
        }} {
    inside_.acquire();
  }
  ~reader() { leave(); }
  reader(const reader&) = delete;
  reader& operator=(const reader&) = delete;

  void leave() {
    if (!std::exchange(left_, true)) leave_.release();
    actor_.join();
  }

 private:
  std::binary_semaphore inside_{0};
  std::binary_semaphore leave_{0};
  bool left_ = false;
  testing_support::actor actor_;
};

}  // namespace rcu_test
