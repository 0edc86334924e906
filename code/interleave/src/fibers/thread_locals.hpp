// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "graph/clock.hpp"

namespace interleave::engine {

/// The program's thread-local variables, put back as a whole: compilers do not
/// tell of every write to them. g++ does not for one that stores the result of
/// a call, nor does any for the flag that says they are initialised.
class ThreadLocals {
 public:
  /// Keeps what the variables of the `thread`-th hold now. `pointer` is its
  /// thread pointer.
  void save(unsigned thread, std::uintptr_t pointer);

  /// Gives them back what they held.
  void restore(unsigned thread) const;

  /// The whole words among them, as they are now.
  [[nodiscard]] std::span<const std::uintptr_t> words(unsigned thread) const;

  /// Whether they were saved.
  [[nodiscard]] bool saved(unsigned thread) const {
    return copies_[thread].at != nullptr;
  }

 private:
  struct Copy {
    std::byte* at = nullptr;
    std::vector<std::byte> bytes;
  };

  std::array<Copy, max_threads> copies_;
};

}  // namespace interleave::engine
