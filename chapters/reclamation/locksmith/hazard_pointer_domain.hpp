// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <utility>

#include "locksmith/asymmetric_fence.hpp"
#include "locksmith/cache_line.hpp"
#include "locksmith/hazard_slots.hpp"
#include "locksmith/retired.hpp"

namespace locksmith {

/// Reclaims what was retired and no hazard pointer protects (Michael 2004).
/// Hazard pointers are the process's: they protect the objects of all domains.
///
/// **Guarantees.** Nothing waits. Garbage is bounded: with H hazard pointers,
/// at most 64 or 2 H objects wait, whichever is more, besides those that
/// threads are looking through at the moment. Deleters run in a thread that
/// retires, and may retire more.
///
/// **Cost.** `retire`: two read-modify-writes; once in a while a heavy fence
/// and a look at all hazard pointers.
class hazard_pointer_domain {
 public:
  /// Makes a domain in which nothing waits.
  constexpr hazard_pointer_domain() noexcept = default;

  hazard_pointer_domain(const hazard_pointer_domain&) = delete;
  hazard_pointer_domain& operator=(const hazard_pointer_domain&) = delete;

  /// Reclaims what still waits, and what the deleters retire.
  ///
  /// @pre Nothing of it is protected, and no other thread uses the domain.
  ~hazard_pointer_domain() {
    for (;;) {
      detail::retired_list rest = retired_.take_all();
      if (rest.empty()) return;
      rest.reclaim();
    }
  }

  /// Lets `deleter(&object)` be called when no hazard pointer protects it that
  /// did so before. Deleters of other objects may run at once.
  ///
  /// @pre The object cannot be protected any more by who does not protect it
  ///   now, and is not retired already.
  template <class T, class D = std::default_delete<T>>
  void retire(reclaimable<T, D>& object, D deleter = D()) noexcept {
    object.reclaim_by(std::move(deleter));
    enlist(object);
  }

  // [reclaim]
  /// Reclaims what is not protected.
  ///
  /// @returns How many objects that were.
  std::size_t reclaim() noexcept {
    detail::retired_list objects = retired_.take_all();
    // Pairs with the light fence of whoever protects. Either this thread sees
    // the hazard, or that one sees that the object is unlinked.
    asymmetric_thread_fence_heavy();
    take_out_protected(objects);
    const std::size_t count = objects.size();
    waiting_.fetch_sub(count, std::memory_order_relaxed);
    objects.reclaim();
    return count;
  }
  // [/reclaim]

  /// Hazard pointers for a container; see reclamation_domain.
  template <std::size_t Slots = 1>
  class guard;

 private:
  // [enlist]
  void enlist(detail::retired& object) noexcept {
    retired_.push(object);
    if (waiting_.fetch_add(1, std::memory_order_relaxed) + 1 < most()) return;
    // Not in a deleter: those that it retires are looked at after it.
    if (std::exchange(reclaiming_, true)) return;
    while (reclaim() != 0 &&
           waiting_.load(std::memory_order_relaxed) >= most()) {
    }
    reclaiming_ = false;
  }

  static std::size_t most() noexcept {
    return std::max(std::size_t{64}, 2 * detail::hazard_slots::count());
  }
  // [/enlist]

  // [take]
  // Gives back those that are protected. It needs no memory, so it looks at
  // some slots at a time.
  void take_out_protected(detail::retired_list& objects) noexcept {
    std::array<const detail::retired*, 128> hazards{};
    detail::hazard_slot* slot = detail::hazard_slots::first();
    while (slot != nullptr && !objects.empty()) {
      auto end = hazards.begin();
      for (; slot != nullptr && end != hazards.end(); slot = slot->next) {
        // Acquire pairs with the release of whoever protected another object
        // here before.
        const auto* hazard = slot->object.load(std::memory_order_acquire);
        if (hazard != nullptr) *end++ = hazard;
      }
      std::sort(hazards.begin(), end);
      detail::retired_list rest;
      while (detail::retired* const object = objects.pop()) {
        if (std::binary_search(hazards.begin(), end, object)) {
          retired_.push(*object);
        } else {
          rest.push(*object);
        }
      }
      objects = std::move(rest);
    }
  }
  // [/take]

  static inline constinit thread_local bool reclaiming_ = false;

  alignas(cache_line_size) detail::retired_stack retired_;
  std::atomic<std::size_t> waiting_{0};  // about as many as are in `retired_`
};

template <std::size_t Slots>
class hazard_pointer_domain::guard {
 public:
  /// Takes the hazard pointers.
  ///
  /// @throws std::bad_alloc if there is no memory for one.
  explicit guard(hazard_pointer_domain& /*domain*/) {
    // If one throws, no destructor gives back the others.
    try {
      for (auto& slot : slots_) slot = &detail::hazard_slots::take();
    } catch (...) {
      give_back();
      throw;
    }
  }
  guard(const guard&) = delete;
  guard& operator=(const guard&) = delete;
  ~guard() { give_back(); }

  // [protect]
  /// What `source` holds. It is not reclaimed until `slot` protects another
  /// object or the guard goes. Lock-free: if it tries again, another thread has
  /// changed `source`.
  template <class P>
  [[nodiscard]] P protect(std::size_t slot,
                          const std::atomic<P>& source) noexcept {
    P seen = source.load(std::memory_order_relaxed);
    for (;;) {
      // Release pairs with the acquire in take_out_protected.
      slots_[slot]->object.store(std::to_address(seen),
                                 std::memory_order_release);
      // Pairs with the heavy fence in reclaim.
      asymmetric_thread_fence_light();
      const P now = source.load(std::memory_order_acquire);
      if (now == seen) return now;
      seen = now;
    }
  }
  // [/protect]

  /// Only what `protect` has returned is protected.
  static constexpr bool protects_all = false;

 private:
  void give_back() noexcept {
    for (detail::hazard_slot* const slot : slots_) {
      if (slot == nullptr) continue;
      slot->object.store(nullptr, std::memory_order_release);
      detail::hazard_slots::give_back(*slot);
    }
  }

  std::array<detail::hazard_slot*, Slots> slots_{};
};

}  // namespace locksmith
