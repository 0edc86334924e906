// SPDX-License-Identifier: MIT
#include "heap/region.hpp"

#include <sys/mman.h>

namespace interleave::engine {
namespace {

bool map_all() {
  void* const wanted = reinterpret_cast<void*>(
      Region::base);  // NOLINT(performance-no-int-to-ptr)
  void* const got = mmap(
      wanted, Region::size, PROT_READ | PROT_WRITE,
      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);
  if (got != wanted) {
    return false;
  }
  for (unsigned t = 0; t < max_threads; ++t) {
    void* const guard = reinterpret_cast<void*>(
        Region::stack(t));  // NOLINT(performance-no-int-to-ptr)
    if (mprotect(guard, Region::guard_size, PROT_NONE) != 0) {
      return false;
    }
  }
  return true;
}

}  // namespace

bool Region::map() {
  static const bool mapped = map_all();
  return mapped;
}

}  // namespace interleave::engine
