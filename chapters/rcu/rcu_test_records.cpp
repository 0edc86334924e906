// SPDX-License-Identifier: MIT
// Who has which record of a domain.
#include <gtest/gtest.h>

#include <deque>
#include <set>

#include "locksmith/thread_records.hpp"
#include "testing/actor.hpp"

namespace rcu_test {

using testing_support::actor;

struct record : locksmith::detail::thread_record {};
using records = locksmith::detail::thread_records<record>;

TEST(Record, GoesToAnotherThreadWhenItsOwnEnds) {
  locksmith::detail::domain_name name;
  std::set<record*> seen;
  for (int n = 0; n < 100; ++n) {
    actor{[&] { seen.insert(&records::mine(name)); }}.join();
  }
  EXPECT_EQ(seen.size(), 1U);
  records::forget(name.get());
}

TEST(Record, GoesToAnotherDomainWhenItsOwnEnds) {
  std::set<record*> seen;
  for (int n = 0; n < 100; ++n) {
    locksmith::detail::domain_name name;
    record& own = records::mine(name);
    EXPECT_EQ(&records::mine(name), &own);
    seen.insert(&own);
    records::forget(name.get());
  }
  EXPECT_EQ(seen.size(), 1U);
}

TEST(Record, IsOnesOwnInEachDomain) {
  std::deque<locksmith::detail::domain_name> names(10);
  std::set<record*> seen;
  for (int round = 0; round < 2; ++round) {
    for (auto& name : names) seen.insert(&records::mine(name));
  }
  EXPECT_EQ(seen.size(), names.size());
  actor{[&] { EXPECT_FALSE(seen.contains(&records::mine(names[0]))); }}.join();
  for (auto& name : names) records::forget(name.get());
}

}  // namespace rcu_test
