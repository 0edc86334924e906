// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <concepts>
#include <cstddef>
#include <functional>
#include <iterator>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "locksmith/rcu.hpp"
#include "locksmith/reclamation_domain.hpp"

namespace locksmith {

/// A list that many threads read without a lock while others change it, one at
/// a time.
///
/// **Guarantees.** Readers never wait. A reader meets each element once that
/// was there during its whole walk, and none that was erased before; what comes
/// or goes meanwhile it meets or does not. Elements do not change: `update`
/// replaces one by a changed copy, and a reader meets the old or the new. What
/// a thread did before it inserted an element is visible to whoever meets it.
///
/// **Deletion.** What is erased is destroyed when no reader can be at it any
/// more, by the domain's rules, and never while the writers' lock is held.
///
/// **Cost.** A walk: a section of the domain, and a load for each element. A
/// change: a mutex, and a walk to the place.
///
/// @tparam Domain A reclamation_domain that protects all that a reader can
///   reach: rcu_domain, epoch_domain, qsbr_domain. It must outlive the list.
template <class T, reclamation_domain Domain = rcu_domain>
  requires(Domain::template guard<1>::protects_all)
class rcu_list {
  struct node : reclaimable<node> {
    explicit node(T&& element) : value(std::move(element)) {}
    T value;
    std::atomic<node*> next{nullptr};
  };
  using link = std::atomic<node*>;

 public:
  /// Makes an empty list whose erased elements wait in the default domain.
  rcu_list() noexcept
    requires std::same_as<Domain, rcu_domain>
      : rcu_list{rcu_default_domain()} {}

  /// Makes an empty list whose erased elements wait in `domain`.
  explicit rcu_list(Domain& domain) noexcept : domain_{domain} {}

  rcu_list(const rcu_list&) = delete;
  rcu_list& operator=(const rcu_list&) = delete;

  /// Destroys the elements. @pre No other thread uses the list.
  ~rcu_list() {
    node* each = head_.load(std::memory_order_relaxed);
    while (each != nullptr) {
      const std::unique_ptr<node> last{each};
      each = each->next.load(std::memory_order_relaxed);
    }
  }

  /// Inserts `element` at the front.
  void push_front(T element) {
    auto inserted = std::make_unique<node>(std::move(element));
    const std::scoped_lock lock{writers_};
    insert_at(head_, *inserted.release());
  }

  // [insert]
  /// Inserts `element` before the first one for which `is_place` returns true,
  /// at the end if there is none.
  template <std::predicate<const T&> Predicate>
  void insert_before(Predicate is_place, T element) {
    auto inserted = std::make_unique<node>(std::move(element));
    const std::scoped_lock lock{writers_};
    link& place = find_link(is_place);
    insert_at(place, *inserted.release());
  }
  // [/insert]

  // [erase]
  /// Erases the first element for which `is_it` returns true.
  /// @returns Whether there was one.
  template <std::predicate<const T&> Predicate>
  bool erase(Predicate is_it) {
    std::unique_lock lock{writers_};
    link& place = find_link(is_it);
    node* const erased = place.load(std::memory_order_relaxed);
    if (erased == nullptr) return false;
    unlink(place, *erased);
    lock.unlock();
    domain_.retire(*erased);
    return true;
  }
  // [/erase]

  /// Erases each element for which `is_one` returns true.
  /// @returns How many there were.
  template <std::predicate<const T&> Predicate>
  std::size_t erase_if(Predicate is_one);

  /// Replaces the first element for which `is_it` returns true by a copy that
  /// `change` has changed.
  ///
  /// @returns Whether there was one.
  /// @throws What the copy or `change` throws; then nothing has changed.
  template <std::predicate<const T&> Predicate, std::invocable<T&> Change>
  bool update(Predicate is_it, Change change) {
    std::unique_lock lock{writers_};
    link& place = find_link(is_it);
    node* const old = place.load(std::memory_order_relaxed);
    if (old == nullptr) return false;
    auto changed = std::make_unique<node>(T(old->value));
    std::invoke(change, changed->value);
    changed->next.store(old->next.load(std::memory_order_relaxed),
                        std::memory_order_relaxed);
    // Release pairs with the acquire of the readers.
    place.store(changed.release(), std::memory_order_release);
    lock.unlock();
    domain_.retire(*old);
    return true;
  }

  /// A copy of the first element for which `is_it` returns true, if there is
  /// one.
  template <std::predicate<const T&> Predicate>
  [[nodiscard]] std::optional<T> find(Predicate is_it) const {
    for (const T& element : view{*this}) {
      if (std::invoke(is_it, element)) return element;
    }
    return std::nullopt;
  }

  /// Calls `f` with each element.
  template <std::invocable<const T&> F>
  void for_each(F f) const {
    for (const T& element : view{*this}) std::invoke(f, element);
  }

  /// Whether there was no element at some moment of the call.
  [[nodiscard]] bool empty() const noexcept {
    return head_.load(std::memory_order_relaxed) == nullptr;
  }

  class view;

 private:
  // The link that leads to the first such node, or the last link.
  template <class Predicate>
  link& find_link(Predicate& is_it) {
    link* place = &head_;
    while (node* const each = place->load(std::memory_order_relaxed)) {
      if (std::invoke(is_it, std::as_const(each->value))) break;
      place = &each->next;
    }
    return *place;
  }

  // [links]
  static void insert_at(link& place, node& inserted) noexcept {
    inserted.next.store(place.load(std::memory_order_relaxed),
                        std::memory_order_relaxed);
    // Release pairs with the acquire of the readers.
    place.store(&inserted, std::memory_order_release);
  }

  // The node keeps its own link: a reader that is at it goes on from there.
  static void unlink(link& place, const node& erased) noexcept {
    // Release, though nothing new is published: a reader that comes to the next
    // node by this link must see that node as the one who inserted it made it.
    place.store(erased.next.load(std::memory_order_relaxed),
                std::memory_order_release);
  }
  // [/links]

  Domain& domain_;
  link head_{nullptr};
  std::mutex writers_;
};

template <class T, reclamation_domain Domain>
  requires(Domain::template guard<1>::protects_all)
template <std::predicate<const T&> Predicate>
std::size_t rcu_list<T, Domain>::erase_if(Predicate is_one) {
  // The erased nodes keep their links for the readers, so they need others.
  std::vector<node*> erased;
  const auto retire_all = [&] {
    for (node* const each : erased) domain_.retire(*each);
  };
  try {
    const std::scoped_lock lock{writers_};
    link* place = &head_;
    while (node* const each = place->load(std::memory_order_relaxed)) {
      if (std::invoke(is_one, std::as_const(each->value))) {
        erased.push_back(each);
        unlink(*place, *each);
      } else {
        place = &each->next;
      }
    }
  } catch (...) {
    retire_all();
    throw;
  }
  retire_all();
  return erased.size();
}

/// The elements, to be walked over by `for (const T& each : view)`. It is a
/// read section of the domain: elements stay as long as it lives, and it stays
/// in the thread that made it.
template <class T, reclamation_domain Domain>
  requires(Domain::template guard<1>::protects_all)
class rcu_list<T, Domain>::view {
  class iterator;

 public:
  /// Begins the read section.
  explicit view(const rcu_list& list) : guard_{list.domain_}, list_{list} {}
  view(const view&) = delete;
  view& operator=(const view&) = delete;
  ~view() = default;

  /// The first element, as a forward iterator.
  [[nodiscard]] auto begin() noexcept {
    return iterator{guard_.protect(0, list_.head_)};
  }
  /// Behind the last one.
  [[nodiscard]] auto end() const noexcept { return iterator{}; }

 private:
  class iterator {
   public:
    using value_type = T;
    using reference = const T&;
    using pointer = const T*;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::forward_iterator_tag;

    iterator() noexcept = default;
    reference operator*() const noexcept { return at_->value; }
    pointer operator->() const noexcept { return &at_->value; }
    iterator& operator++() noexcept {
      at_ = at_->next.load(std::memory_order_acquire);
      return *this;
    }
    iterator operator++(int) noexcept {
      iterator before = *this;
      ++*this;
      return before;
    }
    friend bool operator==(iterator, iterator) noexcept = default;

   private:
    friend class view;
    explicit iterator(const node* at) noexcept : at_{at} {}
    const node* at_ = nullptr;
  };

  typename Domain::template guard<1> guard_;
  const rcu_list& list_;
};

}  // namespace locksmith
