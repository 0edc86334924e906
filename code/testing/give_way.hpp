// SPDX-License-Identifier: MIT
#pragma once

#include <sched.h>

namespace testing_support {

/// Keeps the calling thread on one processor while this object lives, the same
/// for all. A thread that it starts meanwhile stays there.
class one_processor {
 public:
  /// @throws std::system_error if the kernel refuses.
  one_processor();
  ~one_processor();
  one_processor(one_processor&&) = delete;

 private:
  cpu_set_t before_;
};

/// From now on and for ever, the calling thread lets every other thread of its
/// processor run first (SCHED_IDLE, sched(7)). Where all threads concerned are
/// on `one_processor`, that means: whomever it wakes runs at once, until it
/// sleeps again, and only then does this thread go on; and if another thread
/// wakes it, it runs when that one sleeps. So a test can choose what happens
/// right after a wake-up.
///
/// The kernel does so nearly always; on a busy machine less often, and it takes
/// its time there. So a test may rely on it to find a mistake, in a few rounds,
/// and not to find none.
///
/// @throws std::system_error if the kernel refuses.
void give_way();

}  // namespace testing_support
