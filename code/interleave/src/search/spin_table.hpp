// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "graph/mix.hpp"

namespace interleave::engine {

/// What was found out about loops. A key is the hash of all that a thread did
/// and read; since a thread does nothing but by what it read, the same key
/// means the same future.
class SpinTable {
 public:
  struct Finding {
    bool known = false;
    std::uint8_t events = 0;  ///< Of one round of an endless loop, else 0.

    [[nodiscard]] std::uint8_t waits() const { return events; }
  };

  SpinTable() { clear(); }

  [[nodiscard]] Finding find(std::uint64_t key) const {
    if (used_ == 0) {
      return {};
    }
    for (std::size_t k = key & mask();; k = (k + 1) & mask()) {
      if (!slots_[k].finding.known || slots_[k].key == key) {
        return slots_[k].finding;
      }
    }
  }

  void insert(std::uint64_t key, Finding finding) {
    // A full table forgets: the loops are then looked into once more.
    if (used_ >= limit) {
      clear();
    }
    if (2 * used_ >= slots_.size()) {
      grow();
    }
    put(key, finding);
  }

  void clear() {
    slots_.assign(64, {});
    used_ = 0;
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    Finding finding;
  };
  static constexpr std::size_t limit = std::size_t{1} << 20;

  [[nodiscard]] std::size_t mask() const { return slots_.size() - 1; }

  void put(std::uint64_t key, Finding finding) {
    std::size_t k = key & mask();
    while (slots_[k].finding.known && slots_[k].key != key) {
      k = (k + 1) & mask();
    }
    used_ += slots_[k].finding.known ? 0 : 1;
    slots_[k] = {key, finding};
  }

  void grow() {
    const std::vector<Slot> old = std::move(slots_);
    slots_.assign(2 * old.size(), {});
    used_ = 0;
    for (const Slot& slot : old) {
      if (slot.finding.known) {
        put(slot.key, slot.finding);
      }
    }
  }

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace interleave::engine
