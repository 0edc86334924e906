// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <concepts>
#include <cstddef>
#include <functional>
#include <memory>
#include <utility>

#include "locksmith/marked_ptr.hpp"
#include "locksmith/reclamation_domain.hpp"

namespace locksmith {

/// An ordered set that many threads read and change at once: a linked list
/// with marked pointers (Harris 2001), from which nodes are unlinked one by one
/// so that hazard pointers can protect a walk (Michael 2002).
///
/// **Guarantees.** All that is done to one key is done in one order, the same
/// for all threads. Of two keys they may see it in different orders, as of two
/// atomics that are not sequentially consistent. What a thread did before it
/// inserted a key is visible to whoever finds the key.
///
/// `insert`, `erase` and `contains` are lock-free: if one tries again, another
/// thread has changed something. Over domains that protect all, `contains`
/// walks once and writes nothing. Allocation, and whatever the comparison does,
/// have guarantees of their own.
///
/// **Cost.** A walk: a load for each lesser key, with hazard pointers also a
/// store, a light fence and another load. It is a list: for more than some
/// dozens of keys, use many of them as the buckets of a hash table.
///
/// @tparam Domain A reclamation_domain; it must outlive the set.
template <class Key, reclamation_domain Domain, class Compare = std::less<>>
class lock_free_set {
  struct node : reclaimable<node> {
    explicit node(Key&& k) : key(std::move(k)) {}
    const Key key;
    // [link]
    // The next node. A mark says that *this* node is erased: from then on the
    // link does not change.
    std::atomic<marked_ptr<node>> next{marked_ptr<node>{}};
    // [/link]
  };
  using link = marked_ptr<node>;
  using guard = typename Domain::template guard<4>;

 public:
  /// Makes an empty set whose erased keys wait in `domain`.
  explicit lock_free_set(Domain& domain, Compare less = Compare())
      : domain_{domain}, less_(std::move(less)) {}

  lock_free_set(const lock_free_set&) = delete;
  lock_free_set& operator=(const lock_free_set&) = delete;

  /// Destroys the keys. @pre No other thread uses the set.
  ~lock_free_set() {
    node* each = head_.load(std::memory_order_relaxed).get();
    while (each != nullptr) {
      const std::unique_ptr<node> last{each};
      each = each->next.load(std::memory_order_relaxed).get();
    }
  }

  // [insert]
  /// Inserts `key` if it is not there.
  ///
  /// @returns Whether it was inserted.
  /// @throws What the comparison, the key's move or the allocation throws; then
  ///   nothing is inserted.
  bool insert(Key key) {
    std::unique_ptr<node> inserted;
    const Key* wanted = &key;
    guard protection{domain_};
    for (;;) {
      const position at = find(*wanted, protection);
      if (at.found) return false;
      if (!inserted) {
        // NOLINTNEXTLINE(bugprone-use-after-move): it is moved once
        inserted = std::make_unique<node>(std::move(key));
        wanted = &inserted->key;
      }
      inserted->next.store(at.here, std::memory_order_relaxed);
      link expected = at.here;
      // It fails if the place has got another node, or has been erased itself.
      // Release pairs with the acquire of whoever comes to the node.
      if (at.before->compare_exchange_strong(expected, link{inserted.get()},
                                             std::memory_order_release,
                                             std::memory_order_relaxed)) {
        inserted.release();
        return true;
      }
    }
  }
  // [/insert]

  // [erase]
  /// Erases `key` if it is there. Deleters of others may run at once.
  ///
  /// @returns Whether it was erased, by this call.
  /// @throws What the comparison throws; then nothing is erased.
  bool erase(const Key& key) {
    guard protection{domain_};
    for (;;) {
      const position at = find(key, protection);
      if (!at.found) return false;
      link next = at.next;
      // Whoever sets the mark has erased the key. It publishes nothing; and
      // `next`, which the unlinking will publish, the walk has acquired.
      if (!at.here->next.compare_exchange_strong(next, next.with_mark(),
                                                 std::memory_order_relaxed)) {
        continue;
      }
      if (!unlink(*at.before, at.here, at.next))
        unlink_by_a_walk(key, protection);
      return true;
    }
  }
  // [/erase]

  // [contains]
  /// Whether `key` is there.
  ///
  /// @throws What the comparison throws.
  [[nodiscard]] bool contains(const Key& key) const {
    guard protection{domain_};
    if constexpr (guard::protects_all) {
      // Past erased nodes too, which keep their links; and nothing is changed.
      link each = protection.protect(0, head_);
      while (each.get() != nullptr && less_(each->key, key)) {
        each = each->next.load(std::memory_order_acquire);
      }
      return each.get() != nullptr && !less_(key, each->key) &&
             !each->next.load(std::memory_order_relaxed).marked();
    } else {
      return find(key, protection).found;
    }
  }
  // [/contains]

  /// Calls `f` with the keys, in order: once with each that is there during the
  /// whole call, at most once with each that comes or goes meanwhile.
  template <std::invocable<const Key&> F>
  void for_each(F f) const;

  /// How many keys `for_each` meets: exact if nobody inserts or erases
  /// meanwhile. Walks through the set.
  [[nodiscard]] std::size_t size() const {
    std::size_t count = 0;
    for_each([&](const Key&) { ++count; });
    return count;
  }

  /// Whether there was no key at some moment of the call.
  [[nodiscard]] bool empty() const {
    guard protection{domain_};
    cursor at{*this, protection};
    while (!at.settle()) at.start();
    return at.here.get() == nullptr;
  }

 private:
  // A walk through the set: `before` leads to `here`.
  struct cursor {
    cursor(const lock_free_set& walked, guard& protects)
        : set{walked}, protection{protects} {
      start();
    }

    void start() {
      before = &set.head_;
      here = protection.protect(slots[1], set.head_);
    }

    // [settle]
    // Unlinks erased nodes until `here` is one that is not, or the end. Returns
    // false if the way has changed behind it.
    bool settle() {
      while (here.get() != nullptr) {
        next = protection.protect(slots[2], here->next);
        // No mark: `here` was linked, and so was the next one, after the
        // protection of it began. A mark: the next one may be gone already,
        // but not if it is `here` that is unlinked now.
        if (!next.marked()) return true;
        if (!set.unlink(*before, here, next)) return false;
        here = next.without_mark();
        std::swap(slots[1], slots[2]);
      }
      return true;
    }
    // [/settle]

    void step() {
      before = &here->next;
      here = next;
      std::swap(slots[0], slots[1]);
      std::swap(slots[1], slots[2]);
    }

    const lock_free_set& set;
    guard& protection;
    std::atomic<link>* before = nullptr;
    link here;
    link next;  // of `here`
    // Which slot protects the node of `before`; `here`; the next one. The last
    // is free.
    std::array<std::size_t, 4> slots{0, 1, 2, 3};
  };

  // Where a key is or belongs: before the first node whose key is not less.
  struct position {
    std::atomic<link>* before;
    link here;
    link next;   // of `here`, if it is a node
    bool found;  // `here` is a node with the key
  };

  // [find]
  position find(const Key& key, guard& protection) const {
    cursor at{*this, protection};
    for (;;) {
      if (!at.settle()) {
        at.start();
      } else if (at.here.get() != nullptr && less_(at.here->key, key)) {
        at.step();
      } else {
        const bool found =
            at.here.get() != nullptr && !less_(key, at.here->key);
        return {at.before, at.here, at.next, found};
      }
    }
  }
  // [/find]

  // The place of an erased key has changed: a walk to it unlinks its node.
  void unlink_by_a_walk(const Key& key, guard& protection) const noexcept {
    try {
      find(key, protection);
    } catch (...) {  // NOLINT(bugprone-empty-catch)
      // Then the next walk that comes by does it.
    }
  }

  // [unlink]
  // Whoever unlinks a node retires it, and so nobody else does.
  bool unlink(std::atomic<link>& before, link here, link next) const {
    // Release: whoever comes to the next node by this link must see it as the
    // one who inserted it made it.
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
  [[no_unique_address]] Compare less_;
  mutable std::atomic<link> head_{link{}};
};

template <class Key, reclamation_domain Domain, class Compare>
template <std::invocable<const Key&> F>
void lock_free_set<Key, Domain, Compare>::for_each(F f) const {
  guard protection{domain_};
  cursor at{*this, protection};
  const node* last = nullptr;  // the last one that `f` was called with
  for (;;) {
    if (!at.settle()) {
      // Walk to the place again. The last node may be erased, but stays
      // protected: in the slot that is free until now.
      if (last != nullptr && at.before == &last->next) {
        std::swap(at.slots[0], at.slots[3]);
      }
      at.start();
      continue;
    }
    if (at.here.get() == nullptr) return;
    if (last == nullptr || less_(last->key, at.here->key)) {
      std::invoke(f, at.here->key);
      last = at.here.get();
    }
    at.step();
  }
}

}  // namespace locksmith
