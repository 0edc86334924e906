// SPDX-License-Identifier: MIT
// g++: call to non-'constexpr' function .*precondition_violated
// clang: non-constexpr function 'precondition_violated'
#include <locksmith/byte_semaphore.hpp>

#ifdef WRONG
constinit locksmith::byte_semaphore tokens{128};
#else
constinit locksmith::byte_semaphore tokens{127};
#endif
