// SPDX-License-Identifier: MIT
// any: a semaphore cannot hold fewer than no tokens
#include <locksmith/semaphore.hpp>

#ifdef WRONG
locksmith::counting_semaphore<-1> tokens{0};
#else
locksmith::counting_semaphore<0> tokens{0};
#endif
