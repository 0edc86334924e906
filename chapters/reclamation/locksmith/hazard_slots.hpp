// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <cstddef>

#include "locksmith/cache_line.hpp"
#include "locksmith/retired.hpp"

namespace locksmith::detail {

// Where one thread says which object it reads. All slots of the process are
// in one list and are never given back, so that whoever looks through them
// need not care who leaves.
struct alignas(cache_line_size) hazard_slot {
  // Whom it protects.
  std::atomic<const retired*> object{nullptr};
  std::atomic<bool> taken{true};
  hazard_slot* next = nullptr;  // set before it is published
};

// The slots that a thread takes next. `kept` as long as somebody will give them
// back when it ends.
struct own_hazard_slots {
  std::array<hazard_slot*, 8> slots{};
  std::size_t size = 0;
  bool kept = false;
  bool ended = false;
};

class hazard_slots {
 public:
  // A slot that protects nothing, for this thread. It comes from those that
  // the thread gave back last, if there are any.
  //
  // Throws std::bad_alloc if there is none and no memory for one.
  static hazard_slot& take() {
    if (own_.size != 0) [[likely]] {
      return *own_.slots[--own_.size];
    }
    return claim();
  }

  // Gives back a slot that protects nothing. Any thread may do that.
  static void give_back(hazard_slot& slot) noexcept {
    if (own_.kept && own_.size < own_.slots.size()) [[likely]] {
      own_.slots[own_.size++] = &slot;
    } else {
      give_back_slow(slot);
    }
  }

  // The first of all; the others follow by `next`.
  static hazard_slot* first() noexcept {
    // Acquire pairs with the release of the slot's publication.
    return all_.load(std::memory_order_acquire);
  }

  // How many there are: at least as many as have been taken at a time.
  static std::size_t count() noexcept {
    return count_.load(std::memory_order_relaxed);
  }

 private:
  // Apart from the slots, since each access to an object with a destructor
  // takes longer.
  struct keeper {
    keeper() noexcept { own_.kept = true; }
    keeper(const keeper&) = delete;
    keeper& operator=(const keeper&) = delete;
    ~keeper() {
      own_.kept = false;
      own_.ended = true;
      while (own_.size != 0) open(*own_.slots[--own_.size]);
    }
  };

  static void keep() noexcept {
    if (!own_.ended) {
      static thread_local const keeper it;
      static_cast<void>(it);
    }
  }

  static void open(hazard_slot& slot) noexcept {
    // Release pairs with the acquire in claim: the slot protects nothing.
    slot.taken.store(false, std::memory_order_release);
  }

  [[gnu::noinline]] static hazard_slot& claim() {
    keep();
    hazard_slot* head = first();
    for (hazard_slot* each = head; each != nullptr; each = each->next) {
      if (!each->taken.load(std::memory_order_relaxed) &&
          !each->taken.exchange(true, std::memory_order_acquire)) {
        return *each;
      }
    }
    auto* const slot = new hazard_slot;
    count_.fetch_add(1, std::memory_order_relaxed);
    do {
      slot->next = head;
      // Release pairs with the acquire in first.
    } while (!all_.compare_exchange_weak(head, slot, std::memory_order_release,
                                         std::memory_order_relaxed));
    return *slot;
  }

  [[gnu::noinline]] static void give_back_slow(hazard_slot& slot) noexcept {
    keep();
    if (own_.kept && own_.size < own_.slots.size()) {
      own_.slots[own_.size++] = &slot;
    } else {
      open(slot);
    }
  }

  static inline constinit std::atomic<hazard_slot*> all_{nullptr};
  static inline constinit std::atomic<std::size_t> count_{0};
  static inline constinit thread_local own_hazard_slots own_{};
};

}  // namespace locksmith::detail
