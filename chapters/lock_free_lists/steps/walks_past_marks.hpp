// SPDX-License-Identifier: MIT
// wrong: protects a node that is freed already
// broken by: WrongSteps.WalksPastMarks
#pragma once

#include <atomic>
#include <cstddef>

#include "locksmith/hazard_pointer_domain.hpp"
#include "locksmith/marked_ptr.hpp"

namespace steps::walks_past_marks {

// An ordered set over hazard pointers. One thread changes it, at the front, to
// keep this short.
class set {
  struct node : locksmith::reclaimable<node> {
    explicit node(int number) : key{number} {}
    const int key;
    std::atomic<locksmith::marked_ptr<node>> next{
        locksmith::marked_ptr<node>{}};
  };
  using link = locksmith::marked_ptr<node>;

 public:
  explicit set(locksmith::hazard_pointer_domain& domain) : domain_{domain} {}
  set(const set&) = delete;
  set& operator=(const set&) = delete;
  ~set() {
    while (node* const each = head_.load(std::memory_order_relaxed).get()) {
      head_.store(each->next.load(std::memory_order_relaxed),
                  std::memory_order_relaxed);
      delete each;
    }
  }

  // [contains]
  [[nodiscard]] bool contains(int key) const {
    locksmith::hazard_pointer_domain::guard<2> protection{domain_};
    std::size_t slot = 0;
    link each = protection.protect(slot, head_);
    // Past erased nodes too: they keep their links.
    while (each.get() != nullptr && each->key < key) {
      slot = 1 - slot;
      each = protection.protect(slot, each->next);
    }
    return each.get() != nullptr && each->key == key &&
           !each->next.load(std::memory_order_relaxed).marked();
  }
  // [/contains]

  void insert(int key) {
    auto* const inserted = new node{key};
    inserted->next.store(head_.load(std::memory_order_relaxed),
                         std::memory_order_relaxed);
    head_.store(link{inserted}, std::memory_order_release);
  }

  void erase_first() {
    const link first = head_.load(std::memory_order_relaxed);
    const link second = first->next.load(std::memory_order_relaxed);
    first->next.store(second.with_mark(), std::memory_order_release);
    head_.store(second, std::memory_order_release);
    domain_.retire(*first.get());
  }

 private:
  locksmith::hazard_pointer_domain& domain_;
  std::atomic<link> head_{link{}};
};

}  // namespace steps::walks_past_marks
