// SPDX-License-Identifier: MIT
// g++: ignoring return value of .*try_acquire.*nodiscard
// clang: ignoring return value of function declared with 'nodiscard'
#include <locksmith/semaphore.hpp>

void run() {
  locksmith::counting_semaphore<> tokens{1};
#ifdef WRONG
  tokens.try_acquire();
#else
  if (tokens.try_acquire()) tokens.release();
#endif
}
