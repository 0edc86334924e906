// SPDX-License-Identifier: MIT
#include "notation.hpp"

#include <gtest/gtest.h>

namespace {

using namespace reference;

void expect_round_trip(const std::string& text) {
  EXPECT_EQ(to_text(parse_program(text)), text);
}

TEST(Notation, PrintsWhatItReads) {
  expect_round_trip("x=1.rel;y=2.rlx||r0=y.acq;r1=x.rlx");
  expect_round_trip("r0=x.con;x=r0+1.na;x=r0-2.sc;x=r0.rlx");
  expect_round_trip("r0=xchg(l,1).ar;F.sc;r1=fadd(l,-1).rlx");
  expect_round_trip("r0=cas(x,0,1).acq.rlx||F.acq;F.rel;F.ar");
  expect_round_trip("xchg(x,1).sc||fadd(y,1).rel");
}

TEST(Notation, NestsBranches) {
  expect_round_trip(
      "r0=x.acq;if(r0==1&r0!=2){if(r0<3){y=1.rlx};z=2.na};y=3.sc");
  const program whole = parse_program("r0=x.acq;if(r0==1){y=1.rlx};z=2.na");
  EXPECT_EQ(whole.threads.at(0).at(1).what, kind::branch);
  EXPECT_EQ(whole.threads.at(0).at(1).skip_to, 3);
}

TEST(Notation, NumbersNamesInOrderOfAppearance) {
  const program whole = parse_program("b=1.rlx;r7=a.rlx||r0=b.rlx");
  EXPECT_EQ(whole.locations, (std::vector<std::string>{"b", "a"}));
  EXPECT_EQ(whole.registers, (std::vector<std::string>{"r7", "r0"}));
  EXPECT_EQ(whole.threads.at(1).at(0).location, 0);
  EXPECT_EQ(whole.threads.at(1).at(0).result, 1);
}

TEST(Notation, DerivesAFailureOrderThatIsLeftOut) {
  const program whole = parse_program("r0=cas(x,0,1).ar;r1=cas(x,0,1).rel");
  EXPECT_EQ(whole.threads.at(0).at(0).failure, order::acquire);
  EXPECT_EQ(whole.threads.at(0).at(1).failure, order::relaxed);
}

TEST(Notation, EvaluatesConditions) {
  const program whole = parse_program("r0=x.rlx;r1=x.rlx||x=1.rlx");
  const auto reached = [&](const std::string& when) {
    return holds(parse_condition(when, whole), {{1, 0}, {2}});
  };
  EXPECT_TRUE(reached("r0=1&r1=0"));
  EXPECT_FALSE(reached("r0=1&r1=1"));
  EXPECT_TRUE(reached("r0!=r1&x=2"));
  EXPECT_TRUE(reached("r1<r0&x<=2"));
  EXPECT_FALSE(reached("x<2"));
}

TEST(Notation, ReadsOutcomesBack) {
  const program whole = parse_program("r0=x.rlx;y=-1.rlx||x=1.rlx");
  const std::string text = to_text({{1}, {1, -1}}, whole);
  EXPECT_EQ(text, "r0=1 x=1 y=-1");
  const valuation values = parse_outcome(text, whole);
  EXPECT_EQ(values.registers, (std::vector<int>{1}));
  EXPECT_EQ(values.locations, (std::vector<int>{1, -1}));
}

TEST(Notation, RefusesWhatItDoesNotKnow) {
  for (const char* text :
       {"x=1", "x=1.foo", "x=y.rlx", "r0=swap(x,1).rlx", "x=1.rlx y=1.rlx",
        "if(r0==1){x=1.rlx", "x=1.rlx}", "r0=cas(x,1).rlx", "=1.rlx"}) {
    EXPECT_THROW(parse_program(text), notation_error) << text;
  }
  const program whole = parse_program("r0=x.rlx");
  EXPECT_THROW(parse_condition("r1=0", whole), notation_error);
  EXPECT_THROW(parse_condition("r0=0 x", whole), notation_error);
  EXPECT_THROW(parse_outcome("r0=1", whole), notation_error);
}

}  // namespace
