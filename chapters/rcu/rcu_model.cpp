// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <functional>
#include <interleave/interleave.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "rcu_cell_bodies.hpp"
#include "rcu_domain_bodies.hpp"
#include "rcu_model_steps.hpp"
#include "rcu_part_bodies.hpp"
#include "testing/executions.hpp"

namespace rcu_model {

using namespace rcu_bodies;
using testing_support::comes_to;
using testing_support::needs_its_orders;

// The headers pass every execution.

struct program {
  std::string name;
  void (*body)();
};
void PrintTo(const program& p, std::ostream* out) { *out << p.name; }

class Right : public testing::TestWithParam<program> {};

TEST_P(Right, PassesEveryExecution) {
  const interleave::Result result = interleave::explore(GetParam().body);
  EXPECT_TRUE(result.ok() && result.exhaustive()) << result;
}

INSTANTIATE_TEST_SUITE_P(
    Headers, Right,
    testing::Values(
        program{"reads_what_is_there", reads_what_is_there},
        program{"reads_without_membarrier", reads_without_membarrier},
        program{"reads_twice", reads_twice},
        program{"reads_in_a_nested_section", reads_in_a_nested_section},
        program{"two_wait", two_wait}, program{"retires", retires},
        program{"another_reclaims", another_reclaims},
        program{"a_stack_hands_over", a_stack_hands_over},
        program{"a_record_changes_hands", a_record_changes_hands},
        program{"a_record_is_left", a_record_is_left},
        program{"reads_again", reads_again}, program{"two_update", two_update},
        program{"reads_while_one_stores", reads_while_one_stores},
        program{"two_store", two_store},
        program{"reads_in_a_section", reads_in_a_section<rcu_domain>},
        program{"updates_from_two",
                updates_from_two<locksmith::rcu_cell<int>>}),
    [](const auto& each) { return each.param.name; });

// What a section can see of a thread that waits for it.

struct no_domain {
  void lock() {}
  void unlock() {}
  void synchronize() {}
};

// [sees_before_and_after]
template <class Domain>
void sees_before_and_after() {
  Domain domain;
  std::atomic<int> before{0};
  std::atomic<int> after{0};
  std::thread reader{[&] {
    const std::scoped_lock section{domain};
    const int b = before.load(std::memory_order_relaxed);
    const int a = after.load(std::memory_order_relaxed);
    interleave::observe("before " + std::to_string(b) + ", after " +
                        std::to_string(a));
  }};
  before.store(1, std::memory_order_relaxed);
  domain.synchronize();
  after.store(1, std::memory_order_relaxed);
  reader.join();
}
// [/sees_before_and_after]

TEST(Outcomes, GracePeriod) {
  comes_to("grace_period", sees_before_and_after<rcu_domain>,
           {"before 0, after 0", "before 1, after 0", "before 1, after 1"});
}

TEST(Outcomes, WithoutAGracePeriod) {
  comes_to("no_grace_period", sees_before_and_after<no_domain>,
           {"before 0, after 0", "before 1, after 0", "before 1, after 1",
            "before 0, after 1"});
}

// The orders of the headers, with programs that need them all.

TEST(Orders, GracePeriods) {
  needs_its_orders("locksmith/grace_periods.hpp",
                   {reads_what_is_there, reads_again});
}

TEST(Orders, RcuDomain) {
  needs_its_orders("locksmith/rcu_domain.hpp", {protects});
}

TEST(Orders, Retired) {
  needs_its_orders("locksmith/retired.hpp", {a_stack_hands_over});
}

TEST(Orders, ThreadRecords) {
  needs_its_orders("locksmith/thread_records.hpp",
                   {a_record_changes_hands, a_record_is_left});
}

TEST(Orders, RcuCell) {
  needs_its_orders(
      "locksmith/rcu_cell.hpp",
      {reads_beside_an_update, reads_beside_a_store, stores_beside_a_store});
}

TEST(Orders, AsymmetricFence) {
  needs_its_orders("locksmith/asymmetric_fence.hpp",
                   {reads_what_is_there, reads_without_membarrier});
}

TEST(Orders, Membarrier) {
  needs_its_orders("locksmith/detail/membarrier_linux.hpp",
                   {reads_what_is_there});
}

// What stands in this file alone has no order that is stronger than relaxed.
TEST(Orders, RetireQueue) {
  interleave::AuditOptions options;
  options.files = {"locksmith/retire_queue.hpp"};
  const interleave::AuditResult result =
      interleave::audit_orders(retires, options);
  EXPECT_TRUE(result.ok() && result.sites().empty()) << result;
}

}  // namespace rcu_model
