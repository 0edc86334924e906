// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace interleave::engine {

constexpr std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9e3779b97f4a7c15U;
  return hash ^ (hash >> 29);
}

}  // namespace interleave::engine
