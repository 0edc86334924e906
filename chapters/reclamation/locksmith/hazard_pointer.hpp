// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <memory>
#include <type_traits>
#include <utility>

#include "locksmith/asymmetric_fence.hpp"
#include "locksmith/hazard_pointer_domain.hpp"
#include "locksmith/hazard_slots.hpp"
#include "locksmith/retired.hpp"

namespace locksmith {

/// Protects one object at a time from being reclaimed: C++26's
/// `hazard_pointer` ([saferecl.hp.holder]). Use it in one thread at a time.
///
/// **Cost.** `protect`: one store, two loads, one light fence (see
/// asymmetric_fence.hpp).
class hazard_pointer {
 public:
  /// Makes an empty one, which protects nothing.
  hazard_pointer() noexcept = default;

  /// Takes over what `other` protects, and leaves it empty.
  hazard_pointer(hazard_pointer&& other) noexcept
      : slot_{std::exchange(other.slot_, nullptr)} {}

  /// Takes over what `other` protects, and leaves it empty. What this one
  /// protected, it protects no more.
  hazard_pointer& operator=(hazard_pointer&& other) noexcept {
    if (this != &other) {
      let_go();
      slot_ = std::exchange(other.slot_, nullptr);
    }
    return *this;
  }

  ~hazard_pointer() { let_go(); }

  /// Whether it is empty. One that protects nothing at the moment need not be.
  [[nodiscard]] bool empty() const noexcept { return slot_ == nullptr; }

  // [protect]
  /// Protects what `source` holds, and returns it. Lock-free: if it tries
  /// again, another thread has changed `source`.
  ///
  /// @pre It is not empty. An object that `source` has held is retired only
  ///   when `source` holds it no more; so `source` itself is reachable.
  template <class T>
  T* protect(const std::atomic<T*>& source) noexcept {
    T* object = source.load(std::memory_order_relaxed);
    while (!try_protect(object, source)) {
    }
    return object;
  }

  /// Protects `object` if `source` holds it still; otherwise protects nothing,
  /// and sets `object` to what `source` holds.
  ///
  /// @pre As for `protect`.
  template <class T>
  bool try_protect(T*& object, const std::atomic<T*>& source) noexcept {
    T* const expected = object;
    reset_protection(expected);
    // Pairs with the heavy fence in hazard_pointer_domain::reclaim. Either that
    // thread sees the hazard, or this one sees that the object is unlinked.
    asymmetric_thread_fence_light();
    // Acquire pairs with the release that published the object.
    object = source.load(std::memory_order_acquire);
    if (object == expected) return true;
    reset_protection();
    return false;
  }
  // [/protect]

  /// Protects `object` from a retirement that comes later. That it has not come
  /// already is the caller's to know.
  ///
  /// @pre It is not empty.
  template <class T>
  void reset_protection(const T* object) noexcept {
    static_assert(std::is_convertible_v<const T*, const detail::retired*>,
                  "the class derives from hazard_pointer_obj_base");
    // Release pairs with the acquire of whoever looks for the hazard: what this
    // thread has read of the last object, it read before that one's deleter.
    slot_->object.store(object, std::memory_order_release);
  }

  /// Protects nothing.
  ///
  /// @pre It is not empty.
  void reset_protection(std::nullptr_t /*nothing*/ = nullptr) noexcept {
    slot_->object.store(nullptr, std::memory_order_release);
  }

  /// Exchanges what the two protect.
  void swap(hazard_pointer& other) noexcept { std::swap(slot_, other.slot_); }

  friend hazard_pointer make_hazard_pointer();

 private:
  explicit hazard_pointer(detail::hazard_slot& slot) noexcept : slot_{&slot} {}

  void let_go() noexcept {
    if (slot_ == nullptr) return;
    reset_protection();
    detail::hazard_slots::give_back(*slot_);
  }

  detail::hazard_slot* slot_ = nullptr;
};

/// Makes one that is not empty, and protects nothing.
///
/// @throws std::bad_alloc if there is no memory for it; there always is for as
///   many as the process has had at a time.
[[nodiscard]] inline hazard_pointer make_hazard_pointer() {
  return hazard_pointer{detail::hazard_slots::take()};
}

/// Exchanges what the two protect.
inline void swap(hazard_pointer& a, hazard_pointer& b) noexcept { a.swap(b); }

namespace detail {

// Never destroyed: threads may use it for as long as the process lives.
union default_hazard_pointer_domain {
  constexpr default_hazard_pointer_domain() noexcept : domain{} {}
  ~default_hazard_pointer_domain() {}  // NOLINT(modernize-use-equals-default)
  hazard_pointer_domain domain;
};
inline constinit default_hazard_pointer_domain the_hazard_pointer_domain;

}  // namespace detail

/// The domain of everything that names none. It lives as long as the process;
/// what waits in it when the process ends is not reclaimed. (An extension:
/// C++26 has no name for it.)
[[nodiscard]] inline hazard_pointer_domain&
hazard_pointer_default_domain() noexcept {
  return detail::the_hazard_pointer_domain.domain;
}

/// The base of an object that hazard pointers protect ([saferecl.hp.base]):
/// `struct node : hazard_pointer_obj_base<node>`.
template <class T, class D = std::default_delete<T>>
class hazard_pointer_obj_base : public reclaimable<T, D> {
 public:
  /// Lets `d(this object)` be called when no hazard pointer protects it that
  /// did so before. Deleters of other objects may run at once: hold no lock
  /// that a deleter takes.
  ///
  /// @pre The object cannot be protected any more by who does not protect it
  ///   now, and is not retired already.
  void retire(D d = D()) noexcept {
    hazard_pointer_default_domain().retire(*this, std::move(d));
  }

 protected:
  hazard_pointer_obj_base() = default;
  /// A copy is an object of its own: it is not retired because this one is.
  hazard_pointer_obj_base(const hazard_pointer_obj_base&) = default;
  /// Likewise.
  hazard_pointer_obj_base(hazard_pointer_obj_base&&) = default;
  /// Likewise.
  hazard_pointer_obj_base& operator=(const hazard_pointer_obj_base&) = default;
  /// Likewise.
  hazard_pointer_obj_base& operator=(hazard_pointer_obj_base&&) = default;
  ~hazard_pointer_obj_base() = default;
};

}  // namespace locksmith
