// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace interleave::engine {

/// The threads that wait at an object, as the value of a location: five bits
/// for each, its number plus one, the first come lowest. The five highest
/// bits tell whom the last operation freed. So the whole history that a thread
/// must know is in the value that it reads.
class ThreadQueue {
 public:
  static constexpr unsigned capacity = 11;

  constexpr explicit ThreadQueue(std::uint64_t value) : value_{value} {}

  [[nodiscard]] constexpr unsigned size() const {
    unsigned count = 0;
    while (count < capacity && at(count) != 0) {
      ++count;
    }
    return count;
  }
  /// The thread in a place.
  [[nodiscard]] constexpr unsigned thread(unsigned place) const {
    return at(place) - 1;
  }
  [[nodiscard]] constexpr bool contains(unsigned thread) const {
    return find(thread) < capacity;
  }
  /// Whether the last operation freed the thread.
  [[nodiscard]] constexpr bool freed(unsigned thread) const {
    const std::uint64_t mark = value_ >> mark_shift;
    return !contains(thread) && (mark == thread + 1 || mark == everyone);
  }

  [[nodiscard]] constexpr std::uint64_t with(unsigned thread) const {
    return list() | std::uint64_t{thread + 1} << (bits * size());
  }
  [[nodiscard]] constexpr std::uint64_t without(unsigned thread) const {
    const unsigned place = find(thread);
    return place < capacity ? without_place(place) : list();
  }
  [[nodiscard]] constexpr std::uint64_t without_place(unsigned place) const {
    if (place >= size()) {
      return list();
    }
    const std::uint64_t low = (std::uint64_t{1} << (bits * place)) - 1;
    const std::uint64_t rest = (list() & low) | (list() >> bits & ~low);
    return rest | std::uint64_t{at(place)} << mark_shift;
  }
  [[nodiscard]] constexpr std::uint64_t emptied() const {
    return list() == 0 ? 0 : everyone << mark_shift;
  }

 private:
  static constexpr unsigned bits = 5;
  static constexpr unsigned mark_shift = 59;
  static constexpr std::uint64_t everyone = 31;

  [[nodiscard]] constexpr std::uint64_t list() const {
    return value_ & ((std::uint64_t{1} << (bits * capacity)) - 1);
  }
  [[nodiscard]] constexpr unsigned at(unsigned place) const {
    return static_cast<unsigned>(list() >> (bits * place) & 31);
  }
  [[nodiscard]] constexpr unsigned find(unsigned thread) const {
    for (unsigned place = 0; place < capacity; ++place) {
      if (at(place) == thread + 1) {
        return place;
      }
    }
    return capacity;
  }

  std::uint64_t value_;
};

}  // namespace interleave::engine
