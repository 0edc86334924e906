// SPDX-License-Identifier: MIT
#include <atomic>
#include <string>

#include "bench/scenarios.hpp"
#include "bench/subjects.hpp"
#include "benchmarking/ratios.hpp"
#include "locksmith/asymmetric_fence.hpp"

#if WITH_LIBURCU
#include "bench/urcu.hpp"
#endif
#if WITH_LIBCK
#include "bench/ck.hpp"
#endif
#if WITH_LIBCDS
#include "bench/cds.hpp"
#endif

namespace {

bool two_processors() { return benchmarking::processors().size() > 1; }

// Rows are named for the scenario and then for the subject. All are measured by
// the clock of the thread, which stands still while others run.
template <class Subject>
void add_reads(const std::string& name) {
  using benchmark::RegisterBenchmark;
  RegisterBenchmark(("read/alone/" + name).c_str(),
                    scenarios::read_alone<Subject>);
  if (!two_processors()) return;
  RegisterBenchmark(("read/together/" + name).c_str(),
                    scenarios::read_together<Subject>);
}

template <class Subject>
void add(const std::string& name) {
  using benchmark::RegisterBenchmark;
  add_reads<Subject>(name);
  RegisterBenchmark(("retire/alone/" + name).c_str(),
                    scenarios::retire<Subject>);
  if (!two_processors()) return;
  RegisterBenchmark(("read/changes/" + name).c_str(),
                    scenarios::read_beside_changes<Subject>);
  RegisterBenchmark(("retire/reads/" + name).c_str(),
                    scenarios::retire_beside_reads<Subject>);
}

void full_fence() { std::atomic_thread_fence(std::memory_order_seq_cst); }

void add_fences() {
  using benchmark::RegisterBenchmark;
  using locksmith::asymmetric_thread_fence_heavy;
  using locksmith::asymmetric_thread_fence_light;
  RegisterBenchmark("fence/light",
                    scenarios::fence<asymmetric_thread_fence_light>);
  RegisterBenchmark("fence/full", scenarios::fence<full_fence>);
  RegisterBenchmark("fence/heavy",
                    scenarios::fence<asymmetric_thread_fence_heavy>);
  if (!two_processors()) return;
  RegisterBenchmark("fence/heavy, beside a busy thread",
                    scenarios::fence_beside_work<asymmetric_thread_fence_heavy>)
      ->UseRealTime();
}

const bool added = [] {
  using subjects::with_full_fences;
  add_fences();
  add_reads<subjects::bare_pointer>("bare pointer");
  add<subjects::quiescent_states>("qsbr_domain");
  add<subjects::epochs>("epoch_domain");
  add<subjects::rcu>("rcu_domain");
  add<subjects::held_hazard>("hazard_pointer, kept");
  add<subjects::hazard_guard>("hazard_pointer, taken anew");
  add<with_full_fences<subjects::epochs>>("epoch_domain, full fences");
  add<with_full_fences<subjects::held_hazard>>("hazard_pointer, full fences");
#if WITH_LIBURCU
  add<subjects::urcu_qsbr>("liburcu qsbr");
#endif
#if WITH_LIBCK
  add<subjects::ck_epochs>("ck_epoch");
  add<subjects::ck_hazard>("ck_hp");
#endif
#if WITH_LIBCDS
  add<subjects::cds_hazard>("libcds HP");
#endif
  add<subjects::counted>("count_under_a_bit");
  add<subjects::atomic_shared_pointer>("std::atomic<shared_ptr>");
  return true;
}();

}  // namespace

std::vector<benchmarking::ratio> benchmarking::ratios() {
  std::vector<ratio> lines;
  std::vector<std::string> scenarios;
  const auto against = [&](const std::string& ours, const std::string& peer,
                           const std::string& bar) {
    for (const std::string& scenario : scenarios) {
      lines.push_back({scenario + ": " + ours + " / " + peer,
                       scenario + '/' + ours, scenario + '/' + peer, bar});
    }
  };
  scenarios = {"read/alone"};
  against("qsbr_domain", "bare pointer", "");
  if (two_processors()) {
    scenarios = {"read/alone", "read/together", "read/changes"};
  }
  const std::string bar = "at most 1.10";
#if WITH_LIBURCU
  against("qsbr_domain", "liburcu qsbr", bar);
#endif
#if WITH_LIBCK
  against("epoch_domain, full fences", "ck_epoch", bar);
  against("hazard_pointer, full fences", "ck_hp", bar);
#endif
#if WITH_LIBCDS
  against("hazard_pointer, full fences", "libcds HP", bar);
#endif
  against("std::atomic<shared_ptr>", "hazard_pointer, kept", "");
  scenarios = {"retire/alone"};
  if (two_processors()) scenarios.emplace_back("retire/reads");
#if WITH_LIBURCU
  against("qsbr_domain", "liburcu qsbr", bar);
#endif
#if WITH_LIBCK
  // No bar: its threads keep what they retire to themselves, and so its bound
  // grows with their number.
  against("epoch_domain", "ck_epoch", "");
  against("hazard_pointer, kept", "ck_hp", "");
#endif
#if WITH_LIBCDS
  against("hazard_pointer, kept", "libcds HP", bar);
#endif
  return lines;
}

std::vector<std::string> benchmarking::absent() {
  std::vector<std::string> peers;
#if !WITH_LIBURCU
  peers.emplace_back("liburcu (Debian, Ubuntu: package liburcu-dev)");
#endif
#if !WITH_LIBCK
  peers.emplace_back("Concurrency Kit (Debian, Ubuntu: package libck-dev)");
#endif
#if !WITH_LIBCDS
  peers.emplace_back("libcds (Debian, Ubuntu: package libcds-dev)");
#endif
  peers.emplace_back("folly (no package in Debian 12)");
  if (!two_processors()) peers.emplace_back("two processors: there is one");
  return peers;
}
