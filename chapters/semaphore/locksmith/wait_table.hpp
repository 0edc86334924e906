// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "locksmith/cache_line.hpp"
#include "locksmith/deadline.hpp"
#include "locksmith/futex.hpp"

namespace locksmith::detail {

// [bell]
// A place to sleep for objects that are too small for a futex. It counts its
// strokes; a thread sleeps only until the next one.
//
// To wait for a change: listen, look at the object, and sleep until the stroke
// after the one heard. To announce a change: make it, then ring. A change that
// the look missed is followed by a stroke that the sleep does not.
class bell {
 public:
  [[nodiscard]] std::uint32_t listen() const noexcept {
    // Acquire pairs with the release in ring: who has heard the stroke sees the
    // change that it announces.
    return strokes_.load(std::memory_order_acquire);
  }

  [[nodiscard]] bool sleep_until_stroke_after(std::uint32_t heard,
                                              deadline end) const noexcept {
    return futex_wait_until(strokes_, heard, end);
  }

  void ring() noexcept {
    strokes_.fetch_add(1, std::memory_order_release);
    futex_wake(&strokes_, std::numeric_limits<int>::max());
  }

 private:
  alignas(cache_line_size) std::atomic<std::uint32_t> strokes_{0};
};
// [/bell]

// [table]
// One bell for many objects, chosen by address. Objects that share a bell wake
// each other for nothing, which is correct and slow: hence more bells than
// processors, commonly.
inline constinit std::array<bell, 64> bells;

inline bell& bell_of(const void* object) noexcept {
  // Fibonacci hashing: multiplies by 2^64 over the golden ratio and takes the
  // six highest bits, which depend on all bits of the address.
  const auto address = reinterpret_cast<std::uintptr_t>(object);
  const std::uint64_t hash = address * 0x9e37'79b9'7f4a'7c15ULL;
  return bells[static_cast<std::size_t>(hash >> 58)];
}
// [/table]

}  // namespace locksmith::detail
