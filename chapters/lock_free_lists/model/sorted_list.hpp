// SPDX-License-Identifier: MIT
#pragma once

#include "locksmith/rcu_list.hpp"

namespace lock_free_lists_bodies {

/// The chapter's list with the interface that the small programs use.
template <class Domain>
class sorted_list {
 public:
  explicit sorted_list(Domain& domain) : list_{domain} {}

  void insert(int key) {
    list_.insert_before([&](int each) { return each >= key; }, key);
  }
  bool erase(int key) {
    return list_.erase([&](int each) { return each == key; });
  }
  bool replace(int key, int by) {
    return list_.update([&](int each) { return each == key; },
                        [&](int& each) { each = by; });
  }
  template <class F>
  void for_each(F f) const {
    list_.for_each(f);
  }

 private:
  locksmith::rcu_list<int, Domain> list_;
};

}  // namespace lock_free_lists_bodies
