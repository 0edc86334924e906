// SPDX-License-Identifier: MIT
#pragma once

#include <benchmark/benchmark.h>

#include <cstdint>
#include <functional>

namespace benchmarking {

/// Runs `work` on `threads` threads at once and times it by the clock on the
/// wall.
///
/// `work` returns how much this thread did of the work that all share. The
/// counter `share` becomes the smallest part over the fair one: 1 if all did
/// the same, 0 if one did nothing. The counter `bounce` is the distance
/// between two processors at the time (see `bounce()`).
///
/// Up to the number of processors each thread has one to itself; beyond that
/// the operating system places them.
void run_team(benchmark::State& state, int threads,
              const std::function<std::int64_t()>& work);

}  // namespace benchmarking
