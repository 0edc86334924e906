// SPDX-License-Identifier: MIT
// wrong: a size below zero
// broken by: WrongSteps.CountedBesideTheList
#pragma once

#include <atomic>
#include <cstddef>

#include "steps/marked.hpp"

namespace steps::counted_beside_the_list {

template <class Domain>
class set : public marked::set<Domain> {
 public:
  using marked::set<Domain>::set;

  // [count]
  bool insert(int key) {
    if (!marked::set<Domain>::insert(key)) return false;
    size_.fetch_add(1, std::memory_order_relaxed);
    return true;
  }

  bool erase(int key) {
    if (!marked::set<Domain>::erase(key)) return false;
    size_.fetch_sub(1, std::memory_order_relaxed);
    return true;
  }

  [[nodiscard]] std::size_t size() const {
    return size_.load(std::memory_order_relaxed);
  }
  // [/count]

 private:
  std::atomic<std::size_t> size_{0};
};

}  // namespace steps::counted_beside_the_list
