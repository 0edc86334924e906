// SPDX-License-Identifier: MIT
// any: at most 16,777,215 tokens
#include <locksmith/semaphore.hpp>

#ifdef WRONG
locksmith::counting_semaphore<16'777'216> tokens{0};
#else
locksmith::counting_semaphore<16'777'215> tokens{0};
#endif
