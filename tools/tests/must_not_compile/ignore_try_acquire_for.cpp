// SPDX-License-Identifier: MIT
// g++: ignoring return value of .*try_acquire_for.*nodiscard
// clang: ignoring return value of function declared with 'nodiscard'
#include <chrono>
#include <locksmith/byte_semaphore.hpp>

void run() {
  locksmith::byte_semaphore tokens{1};
#ifdef WRONG
  tokens.try_acquire_for(std::chrono::seconds{1});
#else
  if (tokens.try_acquire_for(std::chrono::seconds{1})) tokens.release();
#endif
}
