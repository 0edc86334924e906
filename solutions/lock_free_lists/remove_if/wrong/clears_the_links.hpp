// SPDX-License-Identifier: MIT
// wrong: clears the links of what it has removed, so that a reader there misses
//   the rest
// rejected by: EveryExecution.LetsReadersGoOn
// it says: what stays is met
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>

#include "locksmith/reclamation_domain.hpp"

namespace exercise {

// A list that many threads read without a lock while others change it.
template <class T, class Domain>
class list {
 public:
  explicit list(Domain& domain) : domain_{domain} {}
  list(const list&) = delete;
  list& operator=(const list&) = delete;
  ~list() {
    node* each = head_.load(std::memory_order_relaxed);
    while (each != nullptr) {
      const std::unique_ptr<node> last{each};
      each = each->next.load(std::memory_order_relaxed);
    }
  }

  void push_back(T value) {
    auto* const pushed = new node{std::move(value)};
    const std::scoped_lock lock{writers_};
    link* place = &head_;
    while (node* const each = place->load(std::memory_order_relaxed)) {
      place = &each->next;
    }
    // Release pairs with the acquire of the readers.
    place->store(pushed, std::memory_order_release);
  }

  // Calls `f` with each element.
  template <class F>
  void for_each(F f) const {
    typename Domain::template guard<1> section{domain_};
    const node* each = section.protect(0, head_);
    for (; each != nullptr; each = each->next.load(std::memory_order_acquire)) {
      std::invoke(f, each->value);
    }
  }

  // Removes each element for which `is_one` returns true, and returns how many
  // there were. Readers see neighbours go at once. `is_one` does not throw.
  template <class Predicate>
  std::size_t remove_if(Predicate is_one) {
    std::size_t count = 0;
    node* removed = nullptr;
    {
      const std::scoped_lock lock{writers_};
      link* place = &head_;
      while (node* each = place->load(std::memory_order_relaxed)) {
        if (!std::invoke(is_one, std::as_const(each->value))) {
          place = &each->next;
          continue;
        }
        // A run of them, up to the first that stays. They keep their links for
        // the readers that are among them.
        do {
          each->also_removed = std::exchange(removed, each);
          ++count;
          each = each->next.load(std::memory_order_relaxed);
        } while (each != nullptr &&
                 std::invoke(is_one, std::as_const(each->value)));
        // Release, though nothing new is published: by this link a reader comes
        // to a node that another thread may have made.
        place->store(each, std::memory_order_release);
      }
    }
    // Without the lock, for an element's destructor may use the list.
    while (removed != nullptr) {
      removed->next.store(nullptr, std::memory_order_release);
      domain_.retire(*std::exchange(removed, removed->also_removed));
    }
    return count;
  }

 private:
  struct node : locksmith::reclaimable<node> {
    explicit node(T&& element) : value(std::move(element)) {}
    T value;
    std::atomic<node*> next{nullptr};
    node* also_removed = nullptr;  // for remove_if
  };
  using link = std::atomic<node*>;

  Domain& domain_;
  link head_{nullptr};
  std::mutex writers_;
};

}  // namespace exercise
