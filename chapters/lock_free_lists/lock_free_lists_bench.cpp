// SPDX-License-Identifier: MIT
#include <string>

#include "bench/scenarios.hpp"
#include "bench/subjects.hpp"
#include "benchmarking/ratios.hpp"

#if WITH_LIBCDS
#include "bench/cds.hpp"
#endif
#if WITH_LIBURCU
#include "bench/urcu.hpp"
#endif

namespace {

bool two_processors() { return benchmarking::processors().size() > 1; }

// Rows are named for the scenario, the number of keys and the subject.
template <class Subject>
void add(const std::string& name) {
  using benchmark::RegisterBenchmark;
  for (const int keys : {16, 128}) {
    const std::string row = std::to_string(keys) + "_keys/" + name;
    RegisterBenchmark(("alone/" + row).c_str(), scenarios::alone<Subject>,
                      keys);
    if (!two_processors()) continue;
    RegisterBenchmark(("with_a_writer/" + row).c_str(),
                      scenarios::with_a_writer<Subject>, keys)
        ->UseRealTime();
  }
}

const bool added = [] {
  using namespace subjects;
  add<our_list<locksmith::rcu_domain>>("rcu_list, rcu");
  add<our_list<locksmith::qsbr_domain>>("rcu_list, qsbr");
  add<our_set<locksmith::rcu_domain>>("lock_free_set, rcu");
  add<our_set<locksmith::epoch_domain>>("lock_free_set, epoch");
  add<our_set<locksmith::qsbr_domain>>("lock_free_set, qsbr");
  add<our_set<locksmith::hazard_pointer_domain>>("lock_free_set, hazard");
#if WITH_LIBCDS
  add<michael_list_rcu>("libcds MichaelList, rcu");
  add<michael_list_hp>("libcds MichaelList, hazard");
#endif
#if WITH_LIBURCU
  add<cds_list<memb>>("liburcu cds_list, memb");
  add<cds_list<qsbr>>("liburcu cds_list, qsbr");
#endif
  add<set_under_a_lock>("std::set, std::shared_mutex");
  return true;
}();

}  // namespace

std::vector<benchmarking::ratio> benchmarking::ratios() {
  std::vector<ratio> lines;
  const auto against = [&](const std::string& ours, const std::string& peer) {
    for (const std::string scenario : {"alone", "with_a_writer"}) {
      if (scenario == "with_a_writer" && !two_processors()) continue;
      for (const std::string keys : {"16_keys", "128_keys"}) {
        std::string row = scenario;
        row += '/';
        row += keys;
        lines.push_back({row + ": " + ours + " / " + peer, row + '/' + ours,
                         row + '/' + peer, "at most 1.00"});
      }
    }
  };
#if WITH_LIBCDS
  against("lock_free_set, rcu", "libcds MichaelList, rcu");
  against("lock_free_set, hazard", "libcds MichaelList, hazard");
#endif
#if WITH_LIBURCU
  against("rcu_list, rcu", "liburcu cds_list, memb");
  against("rcu_list, qsbr", "liburcu cds_list, qsbr");
#endif
  return lines;
}

std::vector<std::string> benchmarking::absent() {
  std::vector<std::string> peers;
#if !WITH_LIBCDS
  peers.emplace_back("libcds (Debian, Ubuntu: package libcds-dev)");
#endif
#if !WITH_LIBURCU
  peers.emplace_back("liburcu (Debian, Ubuntu: package liburcu-dev)");
#endif
  if (!two_processors()) peers.emplace_back("two processors: there is one");
  return peers;
}
