// SPDX-License-Identifier: MIT
// wrong: queues the deleters in a stack without a lock, and pushes without
//   release; who takes one may find it half written
// rejected by: EveryExecution.DeletesOnce
// it says: is relaxed, so
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>

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
    while (newest_.load(std::memory_order_relaxed) != nullptr) barrier();
  }

  // Lets `deleter` be called when all sections are over that are open now. It
  // waits for nobody, and may be called in a section and in a deleter.
  void retire(std::function<void()> deleter) {
    auto* const added = new entry{std::move(deleter), nullptr};
    added->next = newest_.load(std::memory_order_relaxed);
    while (!newest_.compare_exchange_weak(added->next, added,
                                          std::memory_order_relaxed,
                                          std::memory_order_relaxed)) {
    }
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
  struct entry {
    std::function<void()> deleter;
    entry* next;
  };

  void delete_batch() {
    entry* first = newest_.exchange(nullptr, std::memory_order_acquire);
    // What is retired from now on waits for the next time: its readers may have
    // come after the call below has looked for them.
    domain_.synchronize();
    while (first != nullptr) {
      const std::unique_ptr<entry> done{std::exchange(first, first->next)};
      done->deleter();
    }
  }

  one_word_domain& domain_;
  // Held while somebody waits for readers and calls deleters. Who retires does
  // not need it.
  std::mutex collecting_;
  std::atomic<entry*> newest_{nullptr};
};

}  // namespace exercise
