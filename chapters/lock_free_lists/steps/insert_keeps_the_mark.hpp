// SPDX-License-Identifier: MIT
// wrong: loses an insertion
// broken by: WrongSteps.InsertKeepsTheMark
#pragma once

#include <atomic>

#include "steps/marked.hpp"

namespace steps::insert_keeps_the_mark {

template <class Domain>
class set : public marked::set<Domain> {
  using link = typename marked::set<Domain>::link;

 public:
  using marked::set<Domain>::set;

  // [insert]
  bool insert(int key) {
    const typename set::guard section{this->domain_};
    auto* const inserted = new typename set::node{key};
    for (;;) {
      auto at = this->find(key);
      if (at.here.get() != nullptr && at.here->key == key) {
        delete inserted;
        return false;
      }
      inserted->next.store(at.here, std::memory_order_relaxed);
      // Whoever sets the mark meanwhile shall not hold us up.
      link expected = at.before->load(std::memory_order_relaxed);
      if (expected.get() == at.here.get() &&
          at.before->compare_exchange_strong(
              expected, link{inserted, expected.marked()},
              std::memory_order_release, std::memory_order_relaxed)) {
        return true;
      }
    }
  }
  // [/insert]
};

}  // namespace steps::insert_keeps_the_mark
