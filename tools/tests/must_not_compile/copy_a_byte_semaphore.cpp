// SPDX-License-Identifier: MIT
// g++: use of deleted function .*byte_semaphore\(const
// clang: call to deleted constructor of .*byte_semaphore
#include <locksmith/byte_semaphore.hpp>

void run() {
  locksmith::byte_semaphore one{1};
#ifdef WRONG
  const locksmith::byte_semaphore two{one};
#endif
  one.release();
}
