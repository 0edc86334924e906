// SPDX-License-Identifier: MIT
// wrong: a reader misses the rest of the list
// broken by: WrongSteps.ClearsTheLink
#pragma once

#include <atomic>
#include <mutex>

#include "steps/one_writer.hpp"

namespace steps::clears_the_link {

template <class Domain>
class list : public one_writer::list<Domain> {
 public:
  using one_writer::list<Domain>::list;

  // [erase]
  bool erase(int key) {
    std::unique_lock lock{this->writers_};
    auto& place = this->find(key);
    auto* const erased = place.load(std::memory_order_relaxed);
    if (erased == nullptr || erased->key != key) return false;
    place.store(erased->next.load(std::memory_order_relaxed),
                std::memory_order_release);
    erased->next.store(nullptr, std::memory_order_release);  // to be safe
    lock.unlock();
    this->domain_.retire(*erased);
    return true;
  }
  // [/erase]
};

}  // namespace steps::clears_the_link
