// SPDX-License-Identifier: MIT
// wrong: a reader stands on a node that is freed
// broken by: WrongSteps.DeletesAtOnce
#pragma once

#include <atomic>
#include <mutex>

#include "steps/one_writer.hpp"

namespace steps::deletes_at_once {

template <class Domain>
class list : public one_writer::list<Domain> {
 public:
  using one_writer::list<Domain>::list;

  // [erase]
  bool erase(int key) {
    const std::scoped_lock lock{this->writers_};
    auto& place = this->find(key);
    auto* const erased = place.load(std::memory_order_relaxed);
    if (erased == nullptr || erased->key != key) return false;
    place.store(erased->next.load(std::memory_order_relaxed),
                std::memory_order_release);
    delete erased;
    return true;
  }
  // [/erase]
};

}  // namespace steps::deletes_at_once
