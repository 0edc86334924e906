// SPDX-License-Identifier: MIT
#include "judge.hpp"

namespace judge {

std::string survivors(const std::string& file) {
  std::string text;
  for (const surplus& each : surpluses({}, file)) {
    text += each.operation + " in " + each.function + ": " + each.order +
            " -> " + each.enough + '\n';
  }
  return text;
}

void Checker::SetUp() {
  if (!has_checker()) GTEST_SKIP() << "This needs the checker.";
}

void RealThreads::SetUp() {
  if (testing::UnitTest::GetInstance()->Failed()) {
    GTEST_SKIP() << "Not run, since the check has failed already.";
  }
}

}  // namespace judge
