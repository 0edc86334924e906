// SPDX-License-Identifier: MIT
// wrong: protects a node that is freed already
// broken by: WrongSteps.WalksPastMarks
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <vector>

#include "locksmith/marked_ptr.hpp"

namespace steps::walks_past_marks {

// An ordered set for one thread that reads and one that erases, at the front,
// with the two hazards of the one that reads: this keeps it short.
class set {
  struct node {
    explicit node(int number) : key{number} {}
    const int key;
    std::atomic<locksmith::marked_ptr<node>> next{
        locksmith::marked_ptr<node>{}};
  };
  using link = locksmith::marked_ptr<node>;

 public:
  set() = default;
  set(const set&) = delete;
  set& operator=(const set&) = delete;
  ~set() {
    while (node* const each = head_.load(std::memory_order_relaxed).get()) {
      head_.store(each->next.load(std::memory_order_relaxed),
                  std::memory_order_relaxed);
      delete each;
    }
    for (node* each : retired_) delete each;
  }

  // [contains]
  bool contains(int key) {
    std::size_t slot = 0;
    link each = protect(slot, head_);
    // Past erased nodes too: they keep their links.
    while (each.get() != nullptr && each->key < key) {
      slot = 1 - slot;
      each = protect(slot, each->next);
    }
    return each.get() != nullptr && each->key == key &&
           !each->next.load(std::memory_order_relaxed).marked();
  }

  // Names the node in a hazard, and looks whether it is still the next one.
  link protect(std::size_t slot, const std::atomic<link>& from) {
    for (link seen = from.load(std::memory_order_acquire);;) {
      hazards_[slot].store(seen.get(), std::memory_order_relaxed);
      std::atomic_thread_fence(std::memory_order_seq_cst);
      const link again = from.load(std::memory_order_acquire);
      if (again == seen) return seen;
      seen = again;
    }
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
    retired_.push_back(first.get());
  }

  void reclaim() {
    std::atomic_thread_fence(std::memory_order_seq_cst);
    std::erase_if(retired_, [&](node* each) {
      if (is_hazard(each)) return false;
      delete each;
      return true;
    });
  }

 private:
  bool is_hazard(const node* object) const {
    return std::ranges::any_of(hazards_, [&](const auto& hazard) {
      return hazard.load(std::memory_order_acquire) == object;
    });
  }

  std::atomic<link> head_{link{}};
  std::array<std::atomic<node*>, 2> hazards_{};
  std::vector<node*> retired_;
};

}  // namespace steps::walks_past_marks
