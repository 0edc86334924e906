// SPDX-License-Identifier: MIT
// g++: call to non-'constexpr' function .*precondition_violated
// clang: non-constexpr function 'precondition_violated'
#include <locksmith/semaphore.hpp>

#ifdef WRONG
constinit locksmith::counting_semaphore<8> tokens{-1};
#else
constinit locksmith::counting_semaphore<8> tokens{0};
#endif
