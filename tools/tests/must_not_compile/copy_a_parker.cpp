// SPDX-License-Identifier: MIT
// g++: use of deleted function .*parker\(const
// clang: call to deleted constructor of .*parker
#include <locksmith/parker.hpp>

void run() {
  locksmith::parker one;
#ifdef WRONG
  const locksmith::parker two{one};
#endif
  one.unpark();
}
