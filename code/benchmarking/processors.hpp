// SPDX-License-Identifier: MIT
#pragma once

#include <sched.h>

#include <vector>

namespace benchmarking {

/// The processors that this process may use.
const std::vector<int>& processors();

/// Keeps the calling thread on one processor, until the scope ends.
class pinned {
 public:
  explicit pinned(int processor);
  ~pinned();

  pinned(const pinned&) = delete;
  pinned& operator=(const pinned&) = delete;

 private:
  cpu_set_t before_;
};

/// How long a cache line takes to a thread on another processor and back, in
/// nanoseconds, now: a virtual machine's processors may be near to each other
/// at one time and far at another.
///
/// @pre There are two processors.
double bounce();

}  // namespace benchmarking
