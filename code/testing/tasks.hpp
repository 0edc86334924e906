// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <vector>

namespace testing_support {

/// A thread of this process as the kernel sees it.
struct task {
  pid_t id;
  /// 'R' runs or could run, 'S' sleeps, 'D' sleeps in the kernel's own work; 0
  /// if the thread is gone.
  char state;
};

/// What the kernel says of one thread of this process (proc(5),
/// /proc/self/task/[tid]/stat).
task look_at(pid_t id);

/// What the kernel says of every thread of this process.
std::vector<task> look_at_all();

}  // namespace testing_support
