// SPDX-License-Identifier: MIT
//
// Real data structures as the judges of the checker: the right ones pass at
// every size, and each order that is weakened, one at a time, leads to what
// reasoning says it must.
#include <gtest/gtest.h>

#include <cctype>
#include <chrono>
#include <iostream>
#include <iterator>
#include <string>
#include <tuple>

#include "catalogue.hpp"
#include "interleave/interleave.hpp"
#include "threads.hpp"

namespace structures {

std::ostream& operator<<(std::ostream& out, const test_case& which) {
  return out << which.structure << ", " << which.variant;
}

namespace {

case_list all_cases() {
  case_list all;
  for (const auto list : {tas_lock_cases,
                          ttas_lock_cases,
                          ticket_lock_cases,
                          mcs_lock_cases,
                          clh_lock_cases,
                          peterson_lock_cases,
                          peterson_exchange_lock_cases,
                          seqlock_cases,
                          spsc_ring_cases,
                          treiber_stack_cases,
                          ms_queue_cases,
                          sense_barrier_cases,
                          rw_lock_cases,
                          lazy_cases,
                          shared_count_cases,
                          hazard_pointer_cases,
                          chase_lev_deque_cases,
                          mpsc_queue_cases,
                          mpmc_ring_cases,
                          futex_mutex_cases,
                          handshake_cases}) {
    case_list some = list();
    std::move(some.begin(), some.end(), std::back_inserter(all));
  }
  return all;
}

std::string test_name(
    const testing::TestParamInfo<std::tuple<test_case, bool>>& info) {
  const test_case& which = std::get<0>(info.param);
  std::string name;
  for (const char c : which.structure + "_" + which.variant) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      name += c;
    } else if (name.back() != '_') {
      name += '_';
    }
  }
  return name;
}

verdict verdict_of(const interleave::Result& result) {
  const auto& failure = result.failure();
  if (!failure) {
    return verdict::passes;
  }
  switch (failure->kind) {
    case interleave::FailureKind::race:
      return verdict::race;
    case interleave::FailureKind::requirement:
      return verdict::assertion;
    case interleave::FailureKind::endless_loop:
      return verdict::hang;
    case interleave::FailureKind::deadlock:
      return verdict::deadlock;
    case interleave::FailureKind::use_after_free:
    case interleave::FailureKind::double_free:
      return verdict::memory;
    default:
      return verdict::other;
  }
}

/// Of all cases together, printed at the end.
struct totals {
  int mutants = 0;
  int detected = 0;
  int hangs = 0;
  int lost_wake_ups = 0;
  int harmless = 0;
  std::uint64_t correct_executions = 0;
  std::uint64_t blocked = 0;
  std::chrono::duration<double> correct_time{};
  std::chrono::duration<double> mutant_time{};
};

class Structures : public testing::TestWithParam<std::tuple<test_case, bool>> {
 protected:
  static void SetUpTestSuite() { sum = {}; }
  static void TearDownTestSuite() {
    std::cout << "correct: " << sum.correct_executions << " executions and "
              << sum.blocked << " that wait in vain, in "
              << sum.correct_time.count() << " s\n"
              << "mutants: " << sum.mutants << ", " << sum.detected
              << " detected (" << sum.hangs << " hang, " << sum.lost_wake_ups
              << " lose a wake-up), " << sum.harmless << " harmless, in "
              << sum.mutant_time.count() << " s\n";
  }

  static void count(const test_case& which, const interleave::Result& result,
                    std::chrono::duration<double> time) {
    if (!which.mutant) {
      sum.correct_executions += result.executions();
      sum.blocked += result.blocked();
      sum.correct_time += time;
      return;
    }
    const verdict found = verdict_of(result);
    ++sum.mutants;
    sum.mutant_time += time;
    sum.detected += found != verdict::passes ? 1 : 0;
    sum.hangs += found == verdict::hang ? 1 : 0;
    sum.lost_wake_ups += found == verdict::deadlock ? 1 : 0;
    sum.harmless += found == verdict::passes ? 1 : 0;
  }

 private:
  static inline totals sum;
};

TEST_P(Structures, HasTheExpectedVerdict) {
  const auto& [which, yields] = GetParam();
  waits_yield = yields;
  ASSERT_TRUE(which.expected.stated()) << "what does it lead to?";
  const auto start = std::chrono::steady_clock::now();
  const interleave::Result result = interleave::explore(which.body);
  const auto time = std::chrono::steady_clock::now() - start;
  count(which, result, time);
  EXPECT_TRUE(which.expected.include(verdict_of(result))) << result;
  EXPECT_TRUE(!result.ok() || result.exhaustive()) << result.not_exhaustive();
  if (!which.mutant) {
    EXPECT_EQ(result.outcomes().size(), which.outcomes);
    EXPECT_EQ(result.executions(),
              which.executions.value_or(result.executions()));
  }
  RecordProperty("executions", std::to_string(result.executions()));
  RecordProperty("blocked", std::to_string(result.blocked()));
}

INSTANTIATE_TEST_SUITE_P(Yielding, Structures,
                         testing::Combine(testing::ValuesIn(all_cases()),
                                          testing::Values(true)),
                         test_name);

INSTANTIATE_TEST_SUITE_P(Spinning, Structures,
                         testing::Combine(testing::ValuesIn(all_cases()),
                                          testing::Values(false)),
                         test_name);

}  // namespace
}  // namespace structures
