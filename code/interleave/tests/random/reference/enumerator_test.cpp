// SPDX-License-Identifier: MIT
#include "enumerator.hpp"

#include <gtest/gtest.h>

#include "notation.hpp"

namespace {

using namespace reference;

behaviours of(const std::string& text) {
  return enumerate(parse_program(text));
}

TEST(Enumerator, CountsExecutionsAndOutcomes) {
  const behaviours found = of("x=1.rlx;y=1.rlx||r0=y.rlx;r1=x.rlx");
  EXPECT_EQ(found.executions, 4U);
  EXPECT_EQ(found.outcomes.size(), 4U);
  EXPECT_EQ(found.outcomes.at("r0=1 r1=0 x=1 y=1"), 1U);
  EXPECT_FALSE(found.racy);
}

TEST(Enumerator, TellsExecutionsApartThatEndAlike) {
  const behaviours found = of("r0=x.rlx;x=r0+1.rlx||r1=x.rlx;x=r1+1.rlx");
  EXPECT_EQ(found.executions, 4U);
  EXPECT_EQ(found.outcomes.at("r0=0 r1=0 x=1"), 2U);
}

TEST(Enumerator, GivesNModificationsNFactorialOrders) {
  EXPECT_EQ(of("fadd(x,1).rlx||fadd(x,1).rlx||fadd(x,1).rlx").executions, 6U);
}

TEST(Enumerator, RunsABranchOnlyIfItHolds) {
  const behaviours found = of("x=1.rel||r0=x.acq;if(r0==1){y=1.na}||r1=z.rlx");
  EXPECT_EQ(found.executions, 2U);
  EXPECT_EQ(found.outcomes.count("r0=0 r1=0 x=1 y=0 z=0"), 1U);
  EXPECT_EQ(found.outcomes.count("r0=1 r1=0 x=1 y=1 z=0"), 1U);
}

TEST(Enumerator, GivesAFailedCompareExchangeItsFailureOrder) {
  const std::string writer = "x=1.rlx;y=1.rel||";
  EXPECT_EQ(of(writer + "r0=cas(y,5,2).acq.rlx;r1=x.rlx").executions, 4U);
  EXPECT_EQ(of(writer + "r0=cas(y,5,2).rlx.acq;r1=x.rlx").executions, 3U);
}

/// Where C++20 parts ways with other models of the same family.
TEST(Enumerator, FollowsTheStandardWhereOthersDoNot) {
  // The halves of an update are one operation: nothing is between them.
  const behaviours update =
      of("x=1.sc;y=1.rel||r0=fadd(y,1).sc;r1=y.rlx||y=3.sc;r2=x.sc");
  EXPECT_EQ(update.executions, 24U);
  EXPECT_EQ(update.outcomes.count("r0=1 r1=3 r2=0 x=1 y=3"), 1U);
  // A load and a store of the same thread are two.
  EXPECT_EQ(of("x=1.sc;y=1.rel||r0=y.acq;y=2.sc||y=3.sc;r2=x.sc").executions,
            23U);
  // An sc load that another reads past orders it, whatever wrote the value.
  EXPECT_EQ(of("x=1.rlx||y=1.rlx||r0=x.sc;r1=y.sc||r2=y.sc;r3=x.sc").executions,
            15U);
  // A relaxed store of the same thread is not in a release sequence.
  EXPECT_EQ(of("x=1.rlx;y=1.rel;y=2.rlx||r0=y.acq;r1=x.rlx").executions, 5U);
}

TEST(Enumerator, SeesRaces) {
  EXPECT_TRUE(of("x=1.na||r0=x.na").racy);
  EXPECT_FALSE(of("x=1.na;y=1.rel||r0=y.acq;if(r0==1){r1=x.na}").racy);
}

}  // namespace
