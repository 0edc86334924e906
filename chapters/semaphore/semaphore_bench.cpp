// SPDX-License-Identifier: MIT
#include <semaphore>
#include <string>

#include "bench/scenarios.hpp"
#include "bench/subjects.hpp"
#include "benchmarking/ratios.hpp"

namespace {

bool two_processors() { return benchmarking::processors().size() > 1; }

// Rows are named for the scenario and then for the subject.
enum class kind { floor, signal, mutex, counting };

template <class Semaphore>
void add_ping_pong(const std::string& name) {
  using benchmark::RegisterBenchmark;
  const auto run = scenarios::ping_pong<Semaphore>;
  if (two_processors()) {
    RegisterBenchmark(("ping_pong/two_processors/" + name).c_str(), run, 0U, 1U)
        ->UseRealTime();
  }
  RegisterBenchmark(("ping_pong/one_processor/" + name).c_str(), run, 0U, 0U)
      ->UseRealTime();
}

template <class Semaphore>
void add(const std::string& name, kind use) {
  using benchmark::RegisterBenchmark;
  // By the clock of the thread, which stands still while others run.
  RegisterBenchmark(("pair/" + name).c_str(), scenarios::pair<Semaphore>);
  if (use == kind::floor) return;
  add_ping_pong<Semaphore>(name);
  if (use == kind::signal) return;
  for (const int threads : {2, 4}) {
    RegisterBenchmark(
        ("contended/" + std::to_string(threads) + "_threads/" + name).c_str(),
        scenarios::contended<Semaphore>, threads)
        ->UseManualTime();
  }
  if (use == kind::mutex || !two_processors()) return;
  RegisterBenchmark(("queue/" + name).c_str(), scenarios::queue<Semaphore>)
      ->UseRealTime();
}

const bool added = [] {
  add<subjects::two_read_modify_writes>("two read-modify-writes", kind::floor);
  add<subjects::compare_exchange_and_add>("compare-exchange and add",
                                          kind::floor);
  add<locksmith::counting_semaphore<>>("counting_semaphore", kind::counting);
  add<locksmith::byte_semaphore>("byte_semaphore", kind::counting);
  add<subjects::parker>("parker", kind::signal);
  add<std::counting_semaphore<>>("std::counting_semaphore", kind::counting);
  add<std::binary_semaphore>("std::binary_semaphore", kind::mutex);
  add<subjects::posix>("sem_t", kind::counting);
#if LIGHTWEIGHT_SEMAPHORE
  add<subjects::lightweight>("LightweightSemaphore", kind::counting);
#endif
  add<steps::condition_variable::semaphore>("condition_variable",
                                            kind::counting);
  add<steps::wake_every_time::semaphore>("wake_every_time", kind::counting);
  return true;
}();

}  // namespace

std::vector<benchmarking::ratio> benchmarking::ratios() {
  std::vector<ratio> lines;
  for (const std::string ours :
       {"counting_semaphore", "byte_semaphore", "parker"}) {
    lines.push_back({ours + " pair / two read-modify-writes", "pair/" + ours,
                     "pair/two read-modify-writes", "at most 1.15"});
  }
  lines.push_back({"std::counting_semaphore pair / counting_semaphore pair",
                   "pair/std::counting_semaphore", "pair/counting_semaphore",
                   "at least 10 where it makes a system call at each step from "
                   "0 to 1, as libstdc++ 12 does"});
  std::vector<std::string> scenarios{"ping_pong/one_processor"};
  if (two_processors()) {
    scenarios.insert(scenarios.begin(), "ping_pong/two_processors");
  }
  const auto against = [&](const std::string& ours, const std::string& peer,
                           const std::string& bar) {
    for (const std::string& scenario : scenarios) {
      lines.push_back({scenario + ": " + ours + " / " + peer,
                       scenario + '/' + ours, scenario + '/' + peer, bar});
    }
  };
  const std::string bar = "at most 1.00";
  for (const char* ours : {"counting_semaphore", "byte_semaphore", "parker"}) {
    against(ours, "sem_t", bar);
#if LIGHTWEIGHT_SEMAPHORE
    against(ours, "LightweightSemaphore", bar);
#endif
  }
  scenarios = {"contended/2_threads", "contended/4_threads"};
  if (two_processors()) scenarios.emplace_back("queue");
  for (const char* ours : {"counting_semaphore", "byte_semaphore"}) {
    against(ours, "sem_t", bar);
    against(ours, "condition_variable", bar);
#if LIGHTWEIGHT_SEMAPHORE
    against(ours, "LightweightSemaphore", bar);
#endif
  }
  return lines;
}

std::vector<std::string> benchmarking::absent() {
  std::vector<std::string> peers;
#if !LIGHTWEIGHT_SEMAPHORE
  peers.emplace_back(
      "LightweightSemaphore (Debian, Ubuntu: package libconcurrentqueue-dev)");
#endif
  if (!two_processors()) peers.emplace_back("two processors: there is one");
  return peers;
}
