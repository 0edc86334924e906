// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <utility>

#include "locksmith/marked_ptr.hpp"
#include "locksmith/reclamation_domain.hpp"

namespace exercise {

// An ordered set over hazard pointers.
template <class Domain>
class set {
 public:
  explicit set(Domain& domain) : domain_{domain} {}
  set(const set&) = delete;
  set& operator=(const set&) = delete;
  ~set() {
    node* each = head_.load(std::memory_order_relaxed).get();
    while (each != nullptr) {
      const std::unique_ptr<node> last{each};
      each = each->next.load(std::memory_order_relaxed).get();
    }
  }

  bool insert(int key) {
    auto inserted = std::make_unique<node>(key);
    guard protection{domain_};
    for (;;) {
      place at = find(key, protection);
      if (at.holds(key)) return false;
      inserted->next.store(at.here, std::memory_order_relaxed);
      if (at.before->compare_exchange_strong(at.here, link{inserted.get()},
                                             std::memory_order_release,
                                             std::memory_order_relaxed)) {
        inserted.release();
        return true;
      }
    }
  }

  bool erase(int key) {
    guard protection{domain_};
    for (;;) {
      const place at = find(key, protection);
      if (!at.holds(key)) return false;
      link next = at.next;
      if (at.here->next.compare_exchange_strong(next, next.with_mark(),
                                                std::memory_order_relaxed)) {
        if (!unlink(*at.before, at.here, at.next)) find(key, protection);
        return true;
      }
    }
  }

  bool contains(int key) {
    guard protection{domain_};
    return find(key, protection).holds(key);
  }

 private:
  struct node : locksmith::reclaimable<node> {
    explicit node(int number) : key{number} {}
    const int key;
    std::atomic<locksmith::marked_ptr<node>> next{
        locksmith::marked_ptr<node>{}};
  };
  using link = locksmith::marked_ptr<node>;
  using guard = typename Domain::template guard<3>;

  // The first node that is not erased and whose key is not less, the link that
  // leads to it, and its own.
  struct place {
    std::atomic<link>* before;
    link here;
    link next;

    [[nodiscard]] bool holds(int key) const {
      return here.get() != nullptr && here->key == key;
    }
  };

  place find(int key, guard& protection) {
    // Which slot protects the node of `before`; `here`; the next one.
    std::array<std::size_t, 3> slots{0, 1, 2};
    const auto start = [&] {
      return place{&head_, protection.protect(slots[1], head_), link{}};
    };
    place at = start();
    while (at.here.get() != nullptr) {
      at.next = protection.protect(slots[2], at.here->next);
      // Without a mark, `here` was still linked when the next node's protection
      // had begun.
      if (at.next.marked()) {
        if (unlink(*at.before, at.here, at.next)) {
          at.here = at.next.without_mark();
          std::swap(slots[1], slots[2]);
        } else {
          // It may have been unlinked long ago, and the next one is gone.
          at = start();
        }
      } else {
        if (at.here->key >= key) break;
        at.before = &at.here->next;
        at.here = at.next;
        std::swap(slots[0], slots[1]);
        std::swap(slots[1], slots[2]);
      }
    }
    return at;
  }

  bool unlink(std::atomic<link>& before, link here, link next) {
    if (!before.compare_exchange_strong(here, next.without_mark(),
                                        std::memory_order_release,
                                        std::memory_order_relaxed)) {
      return false;
    }
    domain_.retire(*here.get());
    return true;
  }

  Domain& domain_;
  std::atomic<link> head_{link{}};
};

}  // namespace exercise
