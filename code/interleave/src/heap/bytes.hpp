// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "graph/event.hpp"

namespace interleave::engine {

inline void* to_pointer(std::uintptr_t address) {
  return reinterpret_cast<void*>(address);  // NOLINT(performance-no-int-to-ptr)
}

inline std::uintptr_t to_address(const volatile void* pointer) {
  return reinterpret_cast<std::uintptr_t>(pointer);
}

/// The bytes of the eight at `address & ~7` that an access touches.
constexpr std::uint8_t byte_mask(std::uintptr_t address, std::size_t size) {
  const unsigned from = address & 7;
  const std::size_t to = std::min<std::size_t>(8, from + size);
  return static_cast<std::uint8_t>((0xffU << from) & (0xffU >> (8 - to)));
}

/// A value of the target's byte order in memory.
inline Value load_bytes(std::uintptr_t address, unsigned size) {
  Value value = 0;
  std::memcpy(&value, to_pointer(address), size);
  return value;
}

inline void store_bytes(std::uintptr_t address, unsigned size, Value value) {
  std::memcpy(to_pointer(address), &value, size);
}

/// Calls `visit(first byte, mask)` for each cell that the range touches.
template <typename Visit>
void each_cell(std::uintptr_t address, std::size_t size, Visit visit) {
  const std::uintptr_t end = address + size;
  while (address < end) {
    const std::uintptr_t next = (address & ~std::uintptr_t{7}) + 8;
    visit(address, byte_mask(address, std::min(next, end) - address));
    address = next;
  }
}

}  // namespace interleave::engine
