// SPDX-License-Identifier: MIT
// wrong: two threads erase the same key
// broken by: WrongSteps.MarkByStore
#pragma once

#include <atomic>

#include "steps/marked.hpp"

namespace steps::mark_by_store {

template <class Domain>
class set : public marked::set<Domain> {
 public:
  using marked::set<Domain>::set;

  // [erase]
  bool erase(int key) {
    const typename set::guard section{this->domain_};
    for (;;) {
      auto at = this->find(key);
      if (at.here.get() == nullptr || at.here->key != key) return false;
      const auto next = at.here->next.load(std::memory_order_acquire);
      if (next.marked()) continue;
      at.here->next.store(next.with_mark(), std::memory_order_release);
      if (!this->unlink(*at.before, at.here, next)) this->find(key);
      return true;
    }
  }
  // [/erase]
};

}  // namespace steps::mark_by_store
