// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <interleave/interleave.hpp>

#include "hazard_pointer_bodies.hpp"
#include "reclamation_bodies.hpp"
#include "reclamation_domain_bodies.hpp"

// What every domain must do, in every execution that C++ allows.

namespace reclamation_model {

inline void holds(void (*body)()) {
  const interleave::Result result = interleave::explore(body);
  EXPECT_TRUE(result.ok()) << result;
  EXPECT_TRUE(!result.ok() || result.exhaustive()) << result;
}

using namespace reclamation_bodies;

template <class Kind>
class ReclamationModel : public testing::Test {};
using kinds = testing::Types<rcu, epochs, quiescent_states, hazard_pointers>;
TYPED_TEST_SUITE(ReclamationModel, kinds);

TYPED_TEST(ReclamationModel, Protects) { holds(protects<TypeParam>); }

TYPED_TEST(ReclamationModel, ProtectsAgain) {
  holds(protects_again<TypeParam>);
}

TYPED_TEST(ReclamationModel, ProtectsANewcomer) {
  holds(protects_a_newcomer<TypeParam>);
}

TYPED_TEST(ReclamationModel, ProtectsFromAThird) {
  holds(protects_from_a_third<TypeParam>);
}

TYPED_TEST(ReclamationModel, ProtectsFromAReader) {
  holds(protects_from_a_reader<TypeParam>);
}

TYPED_TEST(ReclamationModel, ReclaimsWhatAnotherRetires) {
  holds(reclaims_what_another_retires<TypeParam>);
}

// The programs that run the headers without the checker.

TEST(HeaderModel, IsReadInASection) {
  holds(is_read_in_a_section<locksmith::epoch_domain>);
  holds(is_read_in_a_section<locksmith::hazard_pointer_domain>);
}

TEST(HeaderModel, IsReadByWhoIsOnline) {
  holds(is_read_by_who_is_online<locksmith::qsbr_domain>);
}

TEST(HeaderModel, IsReadThroughAHazard) {
  holds(is_read_through_a_hazard<locksmith::hazard_pointer>);
}

TEST(HazardPointerModel, Protects) { holds(a_hazard_pointer_protects); }

TEST(HazardPointerModel, ProtectsAgain) {
  holds(a_hazard_pointer_protects_again);
}

TEST(HazardPointerModel, LetsGo) { holds(a_hazard_pointer_is_reset); }

TEST(HazardPointerModel, Moves) { holds(a_hazard_pointer_moves); }

}  // namespace reclamation_model
