// SPDX-License-Identifier: MIT
#include "orders.hpp"

#include <gtest/gtest.h>

#include "cases.hpp"

namespace structures {
namespace {

int count_weaker(kind what, std::memory_order than) {
  int count = 0;
  for (const std::memory_order order : all_orders) {
    count += valid(what, order) && weaker(order, than) ? 1 : 0;
  }
  return count;
}

TEST(Orders, HaveWeakerOnes) {
  EXPECT_EQ(count_weaker(kind::load, seq_cst), 2);
  EXPECT_EQ(count_weaker(kind::load, acquire), 1);
  EXPECT_EQ(count_weaker(kind::store, seq_cst), 2);
  EXPECT_EQ(count_weaker(kind::store, release), 1);
  EXPECT_EQ(count_weaker(kind::modify, seq_cst), 4);
  EXPECT_EQ(count_weaker(kind::modify, acq_rel), 3);
  EXPECT_EQ(count_weaker(kind::fence, release), 1);
  EXPECT_EQ(count_weaker(kind::modify, relaxed), 0);
}

struct sample_sites {
  enum : std::size_t { first, second };
  static constexpr site_list<2> all{{
      {"first", kind::load, acquire},
      {"second", kind::modify, acq_rel},
  }};
};

TEST(Orders, ChangeOneAtATime) {
  constexpr auto orders =
      weakened_orders<sample_sites>(sample_sites::second, release);
  EXPECT_EQ(orders[sample_sites::first], acquire);
  EXPECT_EQ(orders[sample_sites::second], release);
}

TEST(Cases, CoverEachWeakeningOnce) {
  static order_list<2> used;
  const case_list all = cases<sample_sites>{"sample"}
                            .weakened([]<auto Orders>() { used = Orders; },
                                      {{0, verdict::race},
                                       {1, verdict::hang},
                                       {1, verdict::passes, release}})
                            .done();
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(all[0].variant, "first relaxed");
  EXPECT_TRUE(all[0].expected == verdict::race);
  EXPECT_EQ(all[1].variant, "second relaxed");
  EXPECT_TRUE(all[1].expected == verdict::hang);
  EXPECT_EQ(all[3].variant, "second release");
  EXPECT_TRUE(all[3].expected == verdict::passes);
  all[3].body();
  EXPECT_EQ(used[0], acquire);
  EXPECT_EQ(used[1], release);
}

TEST(Cases, HaveNoVerdictWithoutAnExpectation) {
  const case_list all =
      cases<sample_sites>{"sample"}
          .weakened([]<auto Orders>() {}, {{0, verdict::race}})
          .done();
  EXPECT_TRUE(all.at(0).expected.stated());
  EXPECT_FALSE(all.at(1).expected.stated());
}

}  // namespace
}  // namespace structures
