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
  ~deferred() {}

  // Lets `deleter` be called when all sections are over that are open now. It
  // waits for nobody, and may be called in a section and in a deleter.
  void retire(std::function<void()> deleter) {
    // TODO: this waits for the caller's own section.
    domain_.synchronize();
    deleter();
  }

  // Calls the deleters of what was retired before, if no other thread does. Not
  // to be called in a section nor in a deleter; so is `barrier`.
  void collect() {}

  // Returns when the deleters have returned of all that was retired before,
  // whoever has called them.
  void barrier() {}

 private:
  one_word_domain& domain_;
  std::mutex mutex_;
  std::vector<std::function<void()>> waiting_;
};

}  // namespace exercise
