// SPDX-License-Identifier: MIT
// wrong: one token too many and all are gone
// rejected by: ByteByAddition/ByteSuite/0.KeepsItsTokensAtTheLimit
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

#include "locksmith/wait_table.hpp"

namespace steps::byte_by_addition {

class semaphore {
 public:
  explicit semaphore(std::ptrdiff_t count)
      : byte_{static_cast<std::uint8_t>(count)} {}

  static constexpr std::ptrdiff_t max() { return 127; }

  bool try_acquire() {
    std::uint8_t byte = byte_.load(std::memory_order_relaxed);
    while ((byte & count_bits) != 0) {
      if (byte_.compare_exchange_weak(byte, static_cast<std::uint8_t>(byte - 1),
                                      std::memory_order_acquire,
                                      std::memory_order_relaxed)) {
        return true;
      }
    }
    return false;
  }

  // [release]
  // The low seven bits count; the highest says that threads may sleep.
  enum : std::uint8_t { count_bits = 127, sleepers = 128 };

  void release(std::ptrdiff_t update = 1) {
    const std::uint8_t old = byte_.fetch_add(static_cast<std::uint8_t>(update),
                                             std::memory_order_release);
    if ((old & sleepers) != 0) locksmith::detail::bell_of(this).ring();
  }
  // [/release]

 private:
  std::atomic<std::uint8_t> byte_;
};

}  // namespace steps::byte_by_addition
