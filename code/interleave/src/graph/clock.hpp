// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

namespace interleave::engine {

inline constexpr unsigned max_threads = 16;

using ThreadId = std::uint8_t;
using Index = std::uint16_t;

/// The name of an event: a thread and the event's index in it. The initial
/// write of a location is no thread's.
struct Ref {
  std::uint16_t thread = 0xffff;
  Index index = 0xffff;

  [[nodiscard]] bool initial() const { return thread == 0xffff; }
  friend bool operator==(Ref, Ref) = default;
};

inline constexpr Ref initial_write{};

/// A downward closed set of events: how many of each thread are in it.
struct alignas(32) Clock {
  std::array<Index, max_threads> count{};

  Index operator[](unsigned thread) const { return count[thread]; }
  Index& operator[](unsigned thread) { return count[thread]; }

  void join(const Clock& other) {
    for (unsigned t = 0; t < max_threads; ++t) {
      count[t] = std::max(count[t], other.count[t]);
    }
  }

  [[nodiscard]] bool covers(Ref event) const {
    return event.initial() || count[event.thread] > event.index;
  }
  friend bool operator==(const Clock&, const Clock&) = default;
};

}  // namespace interleave::engine
