// SPDX-License-Identifier: MIT
// wrong: takes a token that is gone
// broken by: WrongSteps.IfInsteadOfWhile
// rejected by: IfInsteadOfWhile/SemaphoreSuite/0.WhoIsOvertakenWaitsOn
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace steps::if_instead_of_while {

class semaphore {
 public:
  explicit semaphore(std::ptrdiff_t count) : count_{count} {}

  // [acquire]
  void acquire() {
    std::unique_lock lock{mutex_};
    if (count_ == 0) token_came_.wait(lock);
    --count_;
  }
  // [/acquire]

  // [release]
  void release(std::ptrdiff_t update = 1) {
    const std::lock_guard lock{mutex_};
    count_ += update;
    for (; update > 0; --update) token_came_.notify_one();
  }
  // [/release]

 private:
  std::mutex mutex_;
  std::condition_variable token_came_;
  std::ptrdiff_t count_;
};

}  // namespace steps::if_instead_of_while
