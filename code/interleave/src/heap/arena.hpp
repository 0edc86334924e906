// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "graph/clock.hpp"
#include "heap/region.hpp"

namespace interleave::engine {

/// A heap block of the present execution.
struct Block {
  std::uintptr_t address = 0;
  std::size_t size = 0;
  std::uintptr_t caller = 0;  ///< Who asked for it.
  ThreadId thread = 0;
  bool live = true;
  bool checked = true;  ///< For leaks; not what a library asked for itself.
  Index freed_epoch = 0;
  ThreadId freed_by = 0;
};

/// The program's heap: each thread takes addresses from its own part, and no
/// address is given twice in one execution. So the addresses depend on the
/// thread's own past only, and a freed block is never mistaken for a new one.
class Arena {
 public:
  static constexpr unsigned char filler = 0xa5;

  void begin() {
    used_.fill(0);
    blocks_.clear();
  }

  /// A block filled with `filler`; null if the thread's part is used up.
  Block* allocate(ThreadId thread, std::size_t size, std::size_t alignment);

  /// The block that starts at the address; null if none does.
  Block* find(std::uintptr_t address);

  /// The block that holds the address, live or freed; null if none does.
  Block* holding(std::uintptr_t address);

  [[nodiscard]] std::vector<Block>& blocks() { return blocks_; }

 private:
  struct Header {
    std::uint64_t magic;
    std::uint64_t number;
  };
  static constexpr std::uint64_t magic = 0x696e7465726c6561U;

  std::array<std::size_t, max_threads> used_{};
  std::vector<Block> blocks_;
};

}  // namespace interleave::engine
