// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <utility>

#include "locksmith/reclamation_domain.hpp"

namespace exercise {

// Hazard pointers that reclaim as soon as they may: at once if no other thread
// protects the object, and else when the domain ends. So a mistake shows in
// short executions. Each thread of the process has a row of three slots for
// good, and one guard at a time; who retires an object is done with it.
class prompt_hazards {
 public:
  prompt_hazards() noexcept = default;
  prompt_hazards(const prompt_hazards&) = delete;
  prompt_hazards& operator=(const prompt_hazards&) = delete;
  ~prompt_hazards() { waiting_.take_all().reclaim(); }

  // Reclaims the object unless another thread protects it.
  template <class T, class D = std::default_delete<T>>
  void retire(locksmith::reclaimable<T, D>& object, D deleter = D()) noexcept {
    object.reclaim_by(std::move(deleter));
    // Pairs with the fence in protect. Either this thread sees the slot, or
    // that one sees that the object is unlinked.
    std::atomic_thread_fence(std::memory_order_seq_cst);
    if (is_protected(object)) {
      waiting_.push(object);
    } else {
      locksmith::detail::retired_list now;
      now.push(object);
      now.reclaim();
    }
  }

  // For a container; see locksmith::reclamation_domain.
  template <std::size_t Slots = 1>
  class guard {
   public:
    explicit guard(prompt_hazards& domain) noexcept
        : row_{domain.rows_[own_row()]} {
      static_assert(Slots <= slots);
    }
    guard(const guard&) = delete;
    guard& operator=(const guard&) = delete;
    ~guard() { row_.store(0, std::memory_order_release); }

    template <class P>
    [[nodiscard]] P protect(std::size_t slot,
                            const std::atomic<P>& source) noexcept {
      P seen = source.load(std::memory_order_relaxed);
      for (;;) {
        names_ = with_name(names_, slot, std::to_address(seen));
        // Release pairs with the acquire in is_protected.
        row_.store(names_, std::memory_order_release);
        // Pairs with the fence in retire.
        std::atomic_thread_fence(std::memory_order_seq_cst);
        const P now = source.load(std::memory_order_acquire);
        if (now == seen) return now;
        seen = now;
      }
    }

    static constexpr bool protects_all = false;

   private:
    std::atomic<std::uint64_t>& row_;
    std::uint64_t names_ = 0;
  };

 private:
  static constexpr std::size_t rows = 8;
  static constexpr std::size_t slots = 3;
  static constexpr unsigned bits = 21;

  // A slot holds some bits of an address. Another object with the same ones is
  // protected, too; that does no harm.
  static std::uint64_t name(const void* object) noexcept {
    const auto address = reinterpret_cast<std::uintptr_t>(object);
    return address / alignof(std::max_align_t) % (1U << bits);
  }

  static std::uint64_t with_name(std::uint64_t names, std::size_t slot,
                                 const void* object) noexcept {
    const std::size_t shift = bits * slot;
    const std::uint64_t others = ~(((1ULL << bits) - 1) << shift);
    return (names & others) | name(object) << shift;
  }

  static std::size_t own_row() noexcept {
    static thread_local const std::size_t own =
        taken_.fetch_add(1, std::memory_order_relaxed);
    if (own >= rows) std::abort();
    return own;
  }

  bool is_protected(const locksmith::detail::retired& object) const noexcept {
    for (std::size_t row = 0; row < rows; ++row) {
      if (row == own_row()) continue;
      std::uint64_t names = rows_[row].load(std::memory_order_acquire);
      for (; names != 0; names >>= bits) {
        if (names % (1U << bits) == name(&object)) return true;
      }
    }
    return false;
  }

  static inline constinit std::atomic<std::size_t> taken_{0};

  std::array<std::atomic<std::uint64_t>, rows> rows_{};
  locksmith::detail::retired_stack waiting_;
};

static_assert(locksmith::reclamation_domain<prompt_hazards>);

}  // namespace exercise
