// SPDX-License-Identifier: MIT
//
// The corpus, with the order of one operation changed at a time to each other
// that it may have: what the corpus says of a shape with strong orders and of
// the same with weak ones leaves all that is between them unsaid.
#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <vector>

#include "comparison.hpp"
#include "corpus.hpp"
#include "corpus_param.hpp"
#include "reference/notation.hpp"

namespace {

using namespace reference;

std::vector<order> orders_of(kind what) {
  switch (what) {
    case kind::load:
      return {order::relaxed, order::acquire, order::seq_cst};
    case kind::store:
      return {order::relaxed, order::release, order::seq_cst};
    case kind::branch:
      return {};
    case kind::fence:
      return {order::acquire, order::release, order::acq_rel, order::seq_cst};
    default:
      return {order::relaxed, order::acquire, order::release, order::acq_rel,
              order::seq_cst};
  }
}

template <typename Visit>
void for_each_variation(const program& whole, Visit visit) {
  program varied = whole;
  for (thread_body& body : varied.threads) {
    for (operation& op : body) {
      const order stated = op.success;
      if (stated == order::plain) {
        continue;
      }
      for (const order other : orders_of(op.what)) {
        if (other != stated) {
          op.success = other;
          visit(varied);
        }
      }
      op.success = stated;
    }
  }
}

std::vector<corpus::row> rows() {
  std::ifstream in{INTERLEAVE_LITMUS_CSV};
  return corpus::read(in);
}

class Variations : public testing::TestWithParam<corpus::row> {
 protected:
  static void TearDownTestSuite() {
    std::cout << programs << " programs, " << executions << " executions\n";
  }
  static void compare(const program& whole) {
    executions += expect_agreement(whole);
    ++programs;
  }

 private:
  static inline std::uint64_t programs = 0;
  static inline std::uint64_t executions = 0;
};

TEST_P(Variations, AgreeWithTheReference) {
  for_each_variation(parse_program(GetParam().program), compare);
}

INSTANTIATE_TEST_SUITE_P(Litmus, Variations, testing::ValuesIn(rows()),
                         [](const auto& of) {
                           return corpus::test_name(of.param, of.index);
                         });

}  // namespace
