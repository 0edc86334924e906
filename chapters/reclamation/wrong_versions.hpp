// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <iostream>
#include <string>
#include <string_view>

// The ways to get it wrong that this chapter knows, and the test that rejects
// each.

namespace reclamation_model {

struct wrong_version {
  std::string_view what;
  std::string_view rejected_by;
};

inline constexpr std::array wrong_versions{
    wrong_version{"a pointer is loaded, and then a count in the object raised",
                  "WrongSteps.CountTooLate"},
    wrong_version{"a hazard is not looked at again after it was set",
                  "WrongSteps.HazardWithoutSecondLook"},
    wrong_version{"a hazard is set by a release store, without a fence",
                  "WrongSteps.HazardWithoutFence"},
    wrong_version{"a hazard is moved against the direction of the scan",
                  "WrongSteps.HazardMovedDown"},
    wrong_version{"a thread comes online without a fence",
                  "WrongSteps.OnlineWithoutFence"},
    wrong_version{"a thread ends while it is online", "WrongSteps.EndsOnline"},
    wrong_version{"an epoch is announced by a release store, without a fence",
                  "WrongSteps.EpochWithoutFence"},
    wrong_version{"an object is freed one epoch early",
                  "WrongSteps.OneEpochEarly"},
    wrong_version{"an object is stamped before it is unlinked",
                  "WrongSteps.StampBeforeUnlink"},
    wrong_version{"two light fences are taken for a pair",
                  "WrongSteps.TwoLightFences"},
    wrong_version{"a fence of hazard pointers is left out",
                  "Orders.AsymmetricFence"},
    wrong_version{"an order of a hazard pointer is too weak",
                  "Orders.HazardPointer"},
    wrong_version{"an order of the look for hazards is too weak",
                  "Orders.HazardPointerDomain"},
    wrong_version{"a slot is handed on without an order", "Orders.HazardSlots"},
    wrong_version{"an order of a quiescent state's reader is too weak",
                  "Orders.Qsbr"},
    wrong_version{"an order of an epoch is too weak", "Orders.Epoch"},
};

// In the way of GoogleTest, which is "suite.test".
inline bool is_there(std::string_view name) {
  const auto& unit = *testing::UnitTest::GetInstance();
  for (int s = 0; s < unit.total_test_suite_count(); ++s) {
    const auto& suite = *unit.GetTestSuite(s);
    for (int t = 0; t < suite.total_test_count(); ++t) {
      const std::string full =
          std::string{suite.name()} + '.' + suite.GetTestInfo(t)->name();
      if (full == name) return true;
    }
  }
  return false;
}

TEST(WrongVersions, AreAllRejectedByATest) {
  for (const auto& [what, rejected_by] : wrong_versions) {
    std::cout << rejected_by << ": " << what << '\n';
    EXPECT_TRUE(is_there(rejected_by)) << rejected_by;
  }
}

}  // namespace reclamation_model
