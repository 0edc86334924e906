// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <cstring>
#include <vector>

namespace interleave::engine {

/// What memory outside of the region held before the execution wrote there.
class UndoLog {
 public:
  struct Entry {
    std::uintptr_t address;
    std::uint64_t old;
  };

  /// Saves eight bytes; the caller makes sure that it does so only once.
  void save(std::uintptr_t address) {
    Entry entry{address & ~std::uintptr_t{7}, 0};
    std::memcpy(&entry.old, pointer(entry.address), sizeof entry.old);
    entries_.push_back(entry);
  }

  /// Puts everything back, the newest first.
  void restore() {
    for (auto each = entries_.rbegin(); each != entries_.rend(); ++each) {
      std::memcpy(pointer(each->address), &each->old, sizeof each->old);
    }
    entries_.clear();
  }

  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }

 private:
  static void* pointer(std::uintptr_t address) {
    // NOLINTNEXTLINE(performance-no-int-to-ptr)
    return reinterpret_cast<void*>(address);
  }

  std::vector<Entry> entries_;
};

}  // namespace interleave::engine
