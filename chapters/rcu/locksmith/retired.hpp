// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>

namespace locksmith {

template <class T, class D = std::default_delete<T>>
class reclaimable;

namespace detail {

// An object that waits to be reclaimed, as a link of a list.
class retired {
 public:
  retired(const retired&) noexcept {}
  // NOLINTNEXTLINE(bugprone-unhandled-self-assignment): it assigns nothing.
  retired& operator=(const retired&) noexcept { return *this; }

 protected:
  constexpr retired() noexcept = default;
  ~retired() = default;

 private:
  template <class T, class D>
  friend class locksmith::reclaimable;
  friend class retired_list;
  friend class retired_stack;

  retired* next_ = nullptr;
  void (*reclaim_)(retired*) noexcept = nullptr;
};

// Retired objects that belong to one thread.
class retired_list {
 public:
  constexpr retired_list() noexcept = default;
  retired_list(retired_list&& other) noexcept
      : first_{std::exchange(other.first_, nullptr)} {}
  retired_list& operator=(retired_list&& other) noexcept {
    first_ = std::exchange(other.first_, nullptr);
    return *this;
  }
  ~retired_list() = default;

  [[nodiscard]] bool empty() const noexcept { return first_ == nullptr; }

  void push(retired& object) noexcept {
    object.next_ = first_;
    first_ = &object;
  }

  retired* pop() noexcept {
    retired* const object = first_;
    if (object != nullptr) first_ = object->next_;
    return object;
  }

  [[nodiscard]] std::size_t size() const noexcept {
    std::size_t count = 0;
    for (retired* each = first_; each != nullptr; each = each->next_) ++count;
    return count;
  }

  // Gives each object to its deleter.
  void reclaim() noexcept {
    while (retired* const object = pop()) object->reclaim_(object);
  }

 private:
  friend class retired_stack;
  constexpr explicit retired_list(retired* first) noexcept : first_{first} {}

  retired* first_ = nullptr;
};

// Retired objects that any thread may add, and take all at once.
class retired_stack {
 public:
  [[nodiscard]] bool empty() const noexcept {
    return first_.load(std::memory_order_relaxed) == nullptr;
  }

  void push(retired& object) noexcept {
    retired* first = first_.load(std::memory_order_relaxed);
    do {
      object.next_ = first;
      // Release pairs with the acquire in take_all: the deleter finds the
      // object as the one who retired it left it. Those below stay visible,
      // for a read-modify-write continues their release sequences.
    } while (!first_.compare_exchange_weak(
        first, &object, std::memory_order_release, std::memory_order_relaxed));
  }

  retired_list take_all() noexcept {
    return retired_list{first_.exchange(nullptr, std::memory_order_acquire)};
  }

 private:
  std::atomic<retired*> first_{nullptr};
};

}  // namespace detail

/// The base of an object whose deletion can wait in a reclamation domain
/// without an allocation: `struct node : reclaimable<node>`.
///
/// A copy is an object of its own: it does not wait because the original does.
///
/// @tparam T The class that derives from this one.
/// @tparam D Called with a `T*` when the object is to be reclaimed; it must
///   not throw.
template <class T, class D>
class reclaimable : public detail::retired {
 public:
  /// Says by which deleter the object is to be reclaimed. For domains; users
  /// call a domain's `retire`.
  void reclaim_by(D deleter) noexcept {
    static_assert(std::is_nothrow_move_constructible_v<D> &&
                  std::is_nothrow_move_assignable_v<D>);
    deleter_ = std::move(deleter);
    reclaim_ = [](detail::retired* object) noexcept {
      auto* const self = static_cast<reclaimable*>(object);
      D last = std::move(self->deleter_);
      last(static_cast<T*>(self));
    };
  }

 protected:
  constexpr reclaimable() noexcept = default;
  /// Makes an object of its own, which does not wait.
  reclaimable(const reclaimable&) noexcept = default;
  /// Leaves alone whether the object waits.
  reclaimable& operator=(const reclaimable&) noexcept = default;
  ~reclaimable() = default;

 private:
  [[no_unique_address]] D deleter_{};
};

}  // namespace locksmith
