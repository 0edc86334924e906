// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>

namespace reference {

/// A binary relation over at most 64 events, as one bit row an event.
class relation {
 public:
  static constexpr int capacity = 64;

  explicit relation(int size) : size_{size} {}

  void add(int from, int to) { row(from) |= bit(to); }
  [[nodiscard]] bool has(int from, int to) const {
    return (row(from) & bit(to)) != 0;
  }
  [[nodiscard]] std::uint64_t successors(int from) const { return row(from); }

  relation& operator|=(const relation& other) {
    for (int i = 0; i < size_; ++i) {
      row(i) |= other.row(i);
    }
    return *this;
  }

  /// Pairs (a, c) with some b between: a this b, b next c.
  [[nodiscard]] relation then(const relation& next) const {
    relation result{size_};
    for (int a = 0; a < size_; ++a) {
      for (int b = 0; b < size_; ++b) {
        if (has(a, b)) {
          result.row(a) |= next.row(b);
        }
      }
    }
    return result;
  }

  /// The transitive closure (Warshall).
  [[nodiscard]] relation closure() const {
    relation result = *this;
    for (int b = 0; b < size_; ++b) {
      for (int a = 0; a < size_; ++a) {
        if (result.has(a, b)) {
          result.row(a) |= result.row(b);
        }
      }
    }
    return result;
  }

  [[nodiscard]] bool irreflexive() const {
    for (int i = 0; i < size_; ++i) {
      if (has(i, i)) {
        return false;
      }
    }
    return true;
  }

  [[nodiscard]] bool acyclic() const { return closure().irreflexive(); }

 private:
  static std::uint64_t bit(int event) { return std::uint64_t{1} << event; }
  std::uint64_t& row(int event) {
    return rows_[static_cast<std::size_t>(event)];
  }
  [[nodiscard]] std::uint64_t row(int event) const {
    return rows_[static_cast<std::size_t>(event)];
  }

  int size_;
  std::array<std::uint64_t, capacity> rows_{};
};

inline relation operator|(relation left, const relation& right) {
  return left |= right;
}

}  // namespace reference
