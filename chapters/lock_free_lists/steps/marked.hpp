// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

#include "locksmith/marked_ptr.hpp"
#include "locksmith/reclamation_domain.hpp"
#include "steps/keeper.hpp"

namespace steps::marked {

// An ordered set over a domain that protects all that a reader can reach.
template <class Domain = keeper::domain>
class set {
 public:
  explicit set(Domain& domain) : domain_{domain} {}
  set(const set&) = delete;
  set& operator=(const set&) = delete;
  ~set() {
    while (node* const each = head_.load(std::memory_order_relaxed).get()) {
      head_.store(each->next.load(std::memory_order_relaxed),
                  std::memory_order_relaxed);
      delete each;
    }
  }

  // [insert]
  bool insert(int key) {
    const guard section{domain_};
    auto* const inserted = new node{key};
    for (;;) {
      place at = find(key);
      if (at.here.get() != nullptr && at.here->key == key) {
        delete inserted;
        return false;
      }
      inserted->next.store(at.here, std::memory_order_relaxed);
      // It fails if the place has got another node, or has been erased itself.
      if (at.before->compare_exchange_strong(at.here, link{inserted},
                                             std::memory_order_release,
                                             std::memory_order_relaxed)) {
        return true;
      }
    }
  }
  // [/insert]

  // [erase]
  bool erase(int key) {
    const guard section{domain_};
    for (;;) {
      const place at = find(key);
      if (at.here.get() == nullptr || at.here->key != key) return false;
      link next = at.here->next.load(std::memory_order_acquire);
      if (next.marked()) continue;
      if (at.here->next.compare_exchange_strong(next, next.with_mark(),
                                                std::memory_order_relaxed)) {
        if (!unlink(*at.before, at.here, next)) find(key);
        return true;
      }
    }
  }
  // [/erase]

  bool contains(int key) {
    const guard section{domain_};
    const place at = find(key);
    return at.here.get() != nullptr && at.here->key == key;
  }

 protected:
  struct node : locksmith::reclaimable<node> {
    explicit node(int number) : key{number} {}
    const int key;
    std::atomic<locksmith::marked_ptr<node>> next{
        locksmith::marked_ptr<node>{}};
  };
  using link = locksmith::marked_ptr<node>;
  using guard = typename Domain::template guard<1>;

  // The first node that is not erased and whose key is not less, and the link
  // that leads to it.
  struct place {
    std::atomic<link>* before;
    link here;
  };

  // [find]
  place find(int key) {
    place at{&head_, head_.load(std::memory_order_acquire)};
    while (at.here.get() != nullptr) {
      const link next = at.here->next.load(std::memory_order_acquire);
      if (!next.marked()) {
        if (at.here->key >= key) break;
        at = {&at.here->next, next};
      } else if (unlink(*at.before, at.here, next)) {
        at.here = next.without_mark();
      } else {
        at = {&head_, head_.load(std::memory_order_acquire)};
      }
    }
    return at;
  }
  // [/find]

  // [unlink]
  bool unlink(std::atomic<link>& before, link here, link next) {
    if (!before.compare_exchange_strong(here, next.without_mark(),
                                        std::memory_order_release,
                                        std::memory_order_relaxed)) {
      return false;
    }
    domain_.retire(*here.get());
    return true;
  }
  // [/unlink]

  Domain& domain_;
  std::atomic<link> head_{link{}};
};

}  // namespace steps::marked
