// SPDX-License-Identifier: MIT
#include <chrono>
#include <string>

#include "bench/scenarios.hpp"
#include "bench/subjects.hpp"
#include "benchmarking/ratios.hpp"

#if WITH_LIBURCU
#include "bench/urcu.hpp"
#endif

namespace {

using namespace std::chrono_literals;

bool two_processors() { return benchmarking::processors().size() > 1; }

// Rows are named for the scenario and then for the subject.
template <class Subject>
void add_readers(const std::string& name) {
  using benchmark::RegisterBenchmark;
  // By the clock of the thread, which stands still while others run.
  RegisterBenchmark(("read/alone/" + name).c_str(),
                    scenarios::read_alone<Subject>);
  if (!two_processors()) return;
  RegisterBenchmark(("read/together/" + name).c_str(),
                    scenarios::read_together<Subject>)
      ->UseRealTime();
  RegisterBenchmark(("read/changes/" + name).c_str(),
                    scenarios::read_beside_changes<Subject>, 1ms)
      ->UseRealTime();
}

template <class Subject>
void add(const std::string& name) {
  add_readers<Subject>(name);
  if (!two_processors()) return;
  using benchmark::RegisterBenchmark;
  RegisterBenchmark(("read/no_rest/" + name).c_str(),
                    scenarios::read_beside_changes<Subject>, 0ms)
      ->UseRealTime();
  RegisterBenchmark(("change/" + name).c_str(), scenarios::change<Subject>)
      ->UseRealTime();
}

const bool added = [] {
  add_readers<subjects::bare_pointer>("bare pointer");
  add<subjects::domain>("rcu_domain");
  add<subjects::default_domain>("rcu_default_domain");
  add<subjects::cell>("rcu_cell");
  add<subjects::domain_with_full_fences>("rcu_domain, full fences");
#if WITH_LIBURCU
  add<subjects::urcu<subjects::qsbr>>("liburcu qsbr");
  add<subjects::urcu<subjects::memb>>("liburcu memb");
  add<subjects::urcu<subjects::bp>>("liburcu bp");
  add<subjects::urcu<subjects::mb>>("liburcu mb");
#endif
  add<subjects::mutex>("std::mutex");
  add<subjects::shared_mutex>("std::shared_mutex");
  add<subjects::atomic_shared_pointer>("std::atomic<shared_ptr>");
  return true;
}();

}  // namespace

std::vector<benchmarking::ratio> benchmarking::ratios() {
  std::vector<ratio> lines;
  std::vector<std::string> scenarios{"read/alone"};
  if (two_processors()) {
    scenarios.emplace_back("read/together");
    scenarios.emplace_back("read/changes");
  }
  const auto against = [&](const std::string& ours, const std::string& peer,
                           const std::string& bar) {
    for (const std::string& scenario : scenarios) {
      lines.push_back({scenario + ": " + ours + " / " + peer,
                       scenario + '/' + ours, scenario + '/' + peer, bar});
    }
  };
  against("rcu_domain", "bare pointer", "");
#if WITH_LIBURCU
  for (const char* ours : {"rcu_domain", "rcu_default_domain", "rcu_cell"}) {
    against(ours, "liburcu memb", "at most 1.10");
    against(ours, "liburcu bp", "at most 1.10");
  }
  against("rcu_domain, full fences", "liburcu mb", "at most 1.10");
#endif
  against("std::shared_mutex", "rcu_domain", "");
  against("std::atomic<shared_ptr>", "rcu_domain", "");
#if WITH_LIBURCU
  if (two_processors()) {
    scenarios = {"change"};
    against("rcu_domain", "liburcu memb", "");
  }
#endif
  return lines;
}

std::vector<std::string> benchmarking::absent() {
  std::vector<std::string> peers;
#if !WITH_LIBURCU
  peers.emplace_back("liburcu (Debian, Ubuntu: package liburcu-dev)");
#endif
  if (!two_processors()) peers.emplace_back("two processors: there is one");
  return peers;
}
