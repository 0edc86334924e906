// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdlib>

namespace reclamation_checks {

/// A base whose objects live in memory that is used again at once, the last
/// freed first, as it is by most allocators. (The checker's own heap uses no
/// address twice.) For `Most` objects at a time, of at most `Size` bytes, which
/// one thread makes and deletes.
template <std::size_t Size, std::size_t Most>
struct recycled {
  static void* operator new(std::size_t size) {
    if (size > Size || left == 0) std::abort();
    return places.at(--left);
  }
  static void operator delete(void* place) { places.at(left++) = place; }

 private:
  struct alignas(std::max_align_t) block {
    std::array<std::byte, Size> bytes;
  };

  static std::array<void*, Most> all() {
    std::array<void*, Most> found{};
    for (std::size_t n = 0; n < Most; ++n) found.at(n) = &blocks.at(n);
    return found;
  }

  static inline std::array<block, Most> blocks;
  static inline std::array<void*, Most> places = all();
  static inline std::size_t left = Most;
};

}  // namespace reclamation_checks
