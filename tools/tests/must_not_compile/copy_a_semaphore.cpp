// SPDX-License-Identifier: MIT
// g++: use of deleted function .*counting_semaphore\(const
// clang: call to deleted constructor of .*counting_semaphore
#include <locksmith/semaphore.hpp>

void run() {
  locksmith::counting_semaphore<> one{1};
#ifdef WRONG
  const locksmith::counting_semaphore<> two{one};
#endif
  one.release();
}
