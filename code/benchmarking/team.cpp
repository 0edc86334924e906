// SPDX-License-Identifier: MIT
#include "benchmarking/team.hpp"

#include <algorithm>
#include <chrono>
#include <latch>
#include <numeric>
#include <optional>
#include <thread>
#include <vector>

#include "benchmarking/processors.hpp"

namespace benchmarking {
namespace {

using clock = std::chrono::steady_clock;

struct member {
  std::int64_t done = 0;
  clock::time_point start, end;
};

}  // namespace

void run_team(benchmark::State& state, int threads,
              const std::function<std::int64_t()>& work) {
  std::vector<member> members(static_cast<std::size_t>(threads));
  const bool pin = members.size() <= processors().size();
  std::latch ready{threads};

  // Once: the batch is the whole run.
  while (state.KeepRunningBatch(state.max_iterations)) {
    std::vector<std::thread> running;
    running.reserve(members.size());
    for (std::size_t i = 0; i < members.size(); ++i) {
      running.emplace_back([&, i] {
        std::optional<pinned> place;
        if (pin) place.emplace(processors()[i]);
        ready.count_down();
        while (!ready.try_wait()) std::this_thread::yield();
        members[i].start = clock::now();
        members[i].done = work();
        members[i].end = clock::now();
      });
    }
    for (std::thread& thread : running) thread.join();

    const auto by_start = std::ranges::min(members, {}, &member::start);
    const auto by_end = std::ranges::max(members, {}, &member::end);
    state.SetIterationTime(
        std::chrono::duration<double>{by_end.end - by_start.start}.count());
  }

  const auto smallest = std::ranges::min(members, {}, &member::done).done;
  const std::int64_t all = std::accumulate(
      members.begin(), members.end(), std::int64_t{0},
      [](std::int64_t sum, const member& m) { return sum + m.done; });
  if (all > 0) {
    state.counters["share"] =
        static_cast<double>(smallest * threads) / static_cast<double>(all);
  }
  if (processors().size() > 1) state.counters["bounce"] = bounce();
}

}  // namespace benchmarking
