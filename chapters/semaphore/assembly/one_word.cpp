// SPDX-License-Identifier: MIT
// What the book shows as assembly: each function as it stands alone.
#include "steps/one_word.hpp"

using steps::one_word::semaphore;

extern "C" void release(semaphore& given) { given.release(); }

extern "C" bool try_acquire(semaphore& taken) { return taken.try_acquire(); }
