// SPDX-License-Identifier: MIT
#include "heap/arena.hpp"

#include <algorithm>
#include <cstring>

namespace interleave::engine {
namespace {

void* pointer(std::uintptr_t address) {
  return reinterpret_cast<void*>(address);  // NOLINT(performance-no-int-to-ptr)
}

}  // namespace

Block* Arena::allocate(ThreadId thread, std::size_t size,
                       std::size_t alignment) {
  alignment = std::max<std::size_t>(alignment, 16);
  const std::size_t limit = Region::heap_size;
  if (size > limit || alignment > limit) {
    return nullptr;
  }
  // A header before the block, and at least a cell behind it that is no
  // block's, so that an access past the end is seen.
  std::uintptr_t address =
      Region::heap(thread) + used_[thread] + sizeof(Header);
  address = (address + alignment - 1) & ~(alignment - 1);
  const std::size_t used = address + size + 8 - Region::heap(thread);
  if (used > limit) {
    return nullptr;
  }
  used_[thread] = (used + 15) & ~std::size_t{15};
  const Header header{magic, blocks_.size()};
  std::memcpy(pointer(address - sizeof header), &header, sizeof header);
  std::memset(pointer(address), filler, size);
  Block block;
  block.address = address;
  block.size = size;
  block.thread = thread;
  blocks_.push_back(block);
  return &blocks_.back();
}

Block* Arena::find(std::uintptr_t address) {
  if (!Region::on_heaps(address) || address % 16 != 0 ||
      !Region::on_heaps(address - sizeof(Header))) {
    return nullptr;
  }
  Header header{};
  std::memcpy(&header, pointer(address - sizeof header), sizeof header);
  if (header.magic != magic || header.number >= blocks_.size() ||
      blocks_[header.number].address != address) {
    return nullptr;
  }
  return &blocks_[header.number];
}

Block* Arena::holding(std::uintptr_t address) {
  for (Block& block : blocks_) {
    if (address - block.address < std::max<std::size_t>(block.size, 1)) {
      return &block;
    }
  }
  return nullptr;
}

}  // namespace interleave::engine
