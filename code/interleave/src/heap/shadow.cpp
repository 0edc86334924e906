// SPDX-License-Identifier: MIT
#include "heap/shadow.hpp"

#include <sys/mman.h>

#include <algorithm>

namespace interleave::engine {
namespace {

bool clash(const Access& old, std::uint8_t bytes, bool write, unsigned thread,
           const Clock& known) {
  return (old.bytes & bytes) != 0 && old.thread != thread &&
         (write || old.write != 0) && known[old.thread] <= old.epoch;
}

/// Whether the new access makes the old one's bytes of no account: whatever
/// conflicts with the old one and is not ordered after it conflicts with the
/// new one too.
bool replaces(const Access& access, const Access& old) {
  return access.write != 0 || (old.thread == access.thread && old.write == 0);
}

}  // namespace

Cell* Shadow::cells = nullptr;

bool Shadow::map() {
  if (cells == nullptr) {
    void* const got =
        mmap(nullptr, Region::size / 8 * sizeof(Cell), PROT_READ | PROT_WRITE,
             MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (got == MAP_FAILED) {
      return false;
    }
    cells = static_cast<Cell*>(got);
  }
  return true;
}

Shadow::Page& Shadow::slow_page(std::uintptr_t page) {
  std::unique_ptr<Page>& entry = pages_[page];
  if (entry == nullptr) {
    entry = std::make_unique<Page>();
  }
  return *entry;
}

const Access* Shadow::conflict(const Cell& cell, std::uint8_t bytes, bool write,
                               unsigned thread, const Clock& known) const {
  for (unsigned k = 0; k < cell.count; ++k) {
    if (clash(cell.accesses[k], bytes, write, thread, known)) {
      return &cell.accesses[k];
    }
  }
  if (cell.more != 0) {
    for (const Access& old : lists_[cell.more]) {
      if (clash(old, bytes, write, thread, known)) {
        return &old;
      }
    }
  }
  return nullptr;
}

void Shadow::add(Cell& cell, Access access) {
  unsigned kept = 0;
  for (unsigned k = 0; k < cell.count; ++k) {
    Access old = cell.accesses[k];
    if (replaces(access, old)) {
      old.bytes = static_cast<std::uint8_t>(old.bytes & ~access.bytes);
    }
    if (old.bytes != 0) {
      cell.accesses[kept++] = old;
    }
  }
  cell.count = static_cast<std::uint8_t>(kept);
  if (cell.more != 0) {
    std::vector<Access>& list = lists_[cell.more];
    for (Access& old : list) {
      if (replaces(access, old)) {
        old.bytes = static_cast<std::uint8_t>(old.bytes & ~access.bytes);
      }
    }
    std::erase_if(list, [](const Access& old) { return old.bytes == 0; });
  }
  if (cell.count < cell.accesses.size()) {
    cell.accesses[cell.count++] = access;
    return;
  }
  if (cell.more == 0) {
    if (lists_used_ == lists_.size()) {
      lists_.emplace_back();
    }
    cell.more = static_cast<std::uint32_t>(lists_used_++);
    lists_[cell.more].clear();
  }
  lists_[cell.more].push_back(access);
}

}  // namespace interleave::engine
