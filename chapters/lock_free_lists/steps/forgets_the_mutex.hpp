// SPDX-License-Identifier: MIT
// wrong: loses an insertion
// broken by: WrongSteps.ForgetsTheMutex
#pragma once

#include "steps/one_writer.hpp"

namespace steps::forgets_the_mutex {

template <class Domain>
class list : public one_writer::list<Domain> {
 public:
  using one_writer::list<Domain>::list;

  // [insert]
  void insert(int key) {
    auto* const inserted = new typename list::node{key};
    this->insert_at(this->find(key), *inserted);
  }
  // [/insert]
};

}  // namespace steps::forgets_the_mutex
