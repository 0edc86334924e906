// SPDX-License-Identifier: MIT
// wrong: retires a node twice
// broken by: WrongSteps.RetiredByBoth
#pragma once

#include <atomic>

#include "steps/marked.hpp"

namespace steps::retired_by_both {

template <class Domain>
class set : public marked::set<Domain> {
  using link = typename marked::set<Domain>::link;

 public:
  using marked::set<Domain>::set;

  bool erase(int key) {
    const typename set::guard section{this->domain_};
    for (;;) {
      auto at = this->find(key);
      if (at.here.get() == nullptr || at.here->key != key) return false;
      link next = at.here->next.load(std::memory_order_acquire);
      if (next.marked() ||
          !at.here->next.compare_exchange_strong(next, next.with_mark(),
                                                 std::memory_order_relaxed)) {
        continue;
      }
      link here = at.here;
      at.before->compare_exchange_strong(here, next, std::memory_order_release,
                                         std::memory_order_relaxed);
      this->domain_.retire(*at.here.get());
      return true;
    }
  }
};

}  // namespace steps::retired_by_both
