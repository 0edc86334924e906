// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <mutex>
#include <utility>
#include <vector>

#include "one_word_domain.hpp"

namespace exercise {

class deferred {
 public:
  explicit deferred(one_word_domain& domain) : domain_{domain} {}
  deferred(const deferred&) = delete;
  deferred& operator=(const deferred&) = delete;

  // Calls the deleters that still wait. Nobody else uses this object any more.
  ~deferred() {
    // A deleter may have retired more.
    while (!waiting_.empty()) barrier();
  }

  // Lets `deleter` be called when all sections are over that are open now. It
  // waits for nobody, and may be called in a section and in a deleter.
  void retire(std::function<void()> deleter) {
    const std::lock_guard lock{mutex_};
    waiting_.push_back(std::move(deleter));
  }

  // Calls the deleters of what was retired before, if no other thread does. Not
  // to be called in a section nor in a deleter; so is `barrier`.
  void collect() {
    const std::unique_lock lock{collecting_, std::try_to_lock};
    if (lock) delete_batch();
  }

  // Returns when the deleters have returned of all that was retired before,
  // whoever has called them.
  void barrier() {
    // Whoever has this mutex may have taken some of them.
    const std::lock_guard lock{collecting_};
    delete_batch();
  }

 private:
  void delete_batch() {
    std::vector<std::function<void()>> batch;
    {
      const std::lock_guard lock{mutex_};
      batch.swap(waiting_);
    }
    // What is retired from now on waits for the next time: its readers may have
    // come after the call below has looked for them.
    domain_.synchronize();
    for (const auto& deleter : batch) deleter();
  }

  one_word_domain& domain_;
  // Held while somebody waits for readers and calls deleters. Who retires does
  // not need it.
  std::mutex collecting_;
  // Held for a few instructions, never while somebody waits.
  std::mutex mutex_;
  std::vector<std::function<void()>> waiting_;
};

}  // namespace exercise
