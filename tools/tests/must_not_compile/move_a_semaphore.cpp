// SPDX-License-Identifier: MIT
// g++: use of deleted function .*counting_semaphore\(const
// clang: call to deleted constructor of .*counting_semaphore
#include <locksmith/semaphore.hpp>
#include <utility>

void run() {
  locksmith::binary_semaphore one{1};
#ifdef WRONG
  const locksmith::binary_semaphore two{std::move(one)};
#endif
  one.release();
}
