// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace locksmith {

/// A pointer and a mark, in one word: the mark is the address's lowest bit,
/// which alignment leaves free. So one compare-exchange changes both, or finds
/// that either has changed.
template <class T>
class marked_ptr {
 public:
  /// Null, without a mark.
  constexpr marked_ptr() noexcept = default;

  /// `object`, with a mark or without.
  explicit marked_ptr(T* object, bool marked = false) noexcept
      : word_{reinterpret_cast<std::uintptr_t>(object) | (marked ? 1U : 0U)} {
    static_assert(alignof(T) > 1, "the lowest bit of the address is free");
  }

  /// The pointer without the mark.
  [[nodiscard]] T* get() const noexcept {
    // NOLINTNEXTLINE(performance-no-int-to-ptr)
    return reinterpret_cast<T*>(word_ & ~std::uintptr_t{1});
  }
  /// The same.
  T* operator->() const noexcept { return get(); }

  /// Whether there is a mark.
  [[nodiscard]] bool marked() const noexcept { return (word_ & 1U) != 0; }

  /// The same pointer with a mark.
  [[nodiscard]] marked_ptr with_mark() const noexcept {
    return marked_ptr{get(), true};
  }

  /// The same pointer without a mark.
  [[nodiscard]] marked_ptr without_mark() const noexcept {
    return marked_ptr{get()};
  }

  /// Whether pointers and marks are equal.
  friend bool operator==(marked_ptr, marked_ptr) noexcept = default;

 private:
  std::uintptr_t word_ = 0;
};

}  // namespace locksmith
