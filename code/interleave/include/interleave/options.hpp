// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace interleave {

/// What to explore, and when to give up. A limit that is reached is never
/// silent: the result then says that it is not exhaustive, and why.
struct Options {
  /// Executions after which the exploration stops, complete or blocked.
  std::uint64_t max_executions = 10'000'000;

  /// Events (atomic operations, fences, lock operations) of one thread.
  std::uint32_t max_events = 2'000;

  /// Threads of one execution, the body's own included. At most 16.
  std::uint32_t max_threads = 16;

  /// Wall time. None by default: a verdict must not depend on the machine.
  std::chrono::milliseconds max_time{0};

  /// Processor time that a thread may run without an atomic operation, a lock
  /// or the like, before it counts as an endless loop.
  std::chrono::milliseconds watchdog{5'000};

  /// Let `compare_exchange_weak` fail although the values are equal.
  bool spurious_failures = false;

  /// Let each wait on a condition variable wake up once without a notify.
  bool spurious_wakeups = true;

  /// Report heap blocks that nothing reaches at the end of an execution.
  bool leaks = true;

  /// Hash every complete graph and count those met twice (there are none; the
  /// checker's own tests use it). Costs memory for each execution.
  bool count_duplicates = false;

  /// Walk at random this many times instead of exploring everything.
  std::uint64_t random_executions = 0;

  /// Seed of the random walks. The result prints it.
  std::uint64_t seed = 1;

  /// Run only the execution of this id, as a failure prints it.
  std::optional<std::string> replay;
};

}  // namespace interleave
