// SPDX-License-Identifier: MIT
// g++: use of deleted function .*operator=\(const
// clang: overload resolution selected deleted operator '='
#include <locksmith/semaphore.hpp>

void run() {
  locksmith::binary_semaphore one{1};
  locksmith::binary_semaphore two{1};
#ifdef WRONG
  two = one;
#endif
  one.release();
  two.release();
}
