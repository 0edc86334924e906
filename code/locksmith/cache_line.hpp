// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace locksmith {

/// The distance in bytes at which two objects no longer slow each other down
/// when different threads write to them.
///
/// A constant of our own, because `std::hardware_destructive_interference_size`
/// depends on compiler flags and so may differ between two files of one
/// program (GCC warns of it: `-Winterference-size`).
#if defined(__aarch64__) && defined(__APPLE__)
inline constexpr std::size_t cache_line_size = 128;
#else
inline constexpr std::size_t cache_line_size = 64;
#endif

}  // namespace locksmith
