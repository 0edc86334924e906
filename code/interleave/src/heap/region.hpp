// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include "graph/clock.hpp"

namespace interleave::engine {

/// The memory that fibers run in: a stack and a heap for each thread, at the
/// same addresses in every execution, process and machine. So an address that
/// the program looks at (say, to hash it) depends on the thread's own past.
struct Region {
#if defined(__aarch64__)
  // Kernels with 39 address bits are common there.
  static constexpr std::uintptr_t base = 0x20'0000'0000;
#else
  static constexpr std::uintptr_t base = 0x2000'0000'0000;
#endif
  static constexpr std::size_t stack_size = std::size_t{1} << 20;
  static constexpr std::size_t guard_size = std::size_t{1} << 16;
  static constexpr std::size_t heap_size = std::size_t{1} << 26;

  static constexpr std::uintptr_t stacks = base;
  static constexpr std::uintptr_t heaps = base + (std::uintptr_t{1} << 26);
  static constexpr std::uintptr_t end = heaps + max_threads * heap_size;
  static constexpr std::size_t size = end - base;

  static constexpr std::uintptr_t stack(unsigned thread) {
    return stacks + thread * stack_size;
  }
  static constexpr std::uintptr_t heap(unsigned thread) {
    return heaps + thread * heap_size;
  }
  static constexpr bool on_stacks(std::uintptr_t address) {
    return address - stacks < max_threads * stack_size;
  }
  static constexpr bool on_heaps(std::uintptr_t address) {
    return address - heaps < max_threads * heap_size;
  }
  static constexpr bool contains(std::uintptr_t address) {
    return address - base < size;
  }
  static constexpr bool on_guard(std::uintptr_t address) {
    return on_stacks(address) && (address - stacks) % stack_size < guard_size;
  }

  /// Maps it once; false if the addresses are taken.
  static bool map();
};

}  // namespace interleave::engine
