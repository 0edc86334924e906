// SPDX-License-Identifier: MIT
#include "hazard_pointer_bodies.hpp"
#include "reclamation_bodies.hpp"
#include "reclamation_domain_bodies.hpp"
#include "reclamation_model_suite.hpp"
#include "steps/count_too_late.hpp"
#include "steps/count_under_a_bit.hpp"
#include "steps/ends_online.hpp"
#include "steps/epoch_without_fence.hpp"
#include "steps/epochs.hpp"
#include "steps/hazard_moved_down.hpp"
#include "steps/hazard_without_fence.hpp"
#include "steps/hazard_without_second_look.hpp"
#include "steps/one_epoch_early.hpp"
#include "steps/one_hazard.hpp"
#include "steps/online_without_fence.hpp"
#include "steps/quiescent_states.hpp"
#include "steps/stamp_before_unlink.hpp"
#include "steps/two_light_fences.hpp"
#include "testing/executions.hpp"

namespace reclamation_model {

using interleave::FailureKind;
using testing_support::all_of;
using testing_support::breaks;
using testing_support::needs_its_orders;

// The right steps, under the programs that break the wrong ones.

TEST(RightSteps, CountUnderABit) {
  holds(is_read_and_replaced<steps::count_under_a_bit::shelf>);
}

TEST(RightSteps, OneHazard) { holds(is_read_by_one<steps::one_hazard::shelf>); }

TEST(RightSteps, QuiescentStates) {
  holds(is_read_online<steps::quiescent_states::shelf>);
  holds(is_read_by_who_comes<steps::quiescent_states::shelf>);
}

TEST(RightSteps, Epochs) {
  holds(is_read_over_one_step<steps::epochs::shelf>);
  holds(is_read_over_two_steps<steps::epochs::shelf>);
  holds(is_read_in_an_epoch<steps::epochs::shelf>);
}

// The wrong steps, each with the smallest program that breaks it.

TEST(WrongSteps, CountTooLate) {
  breaks("count_too_late", is_read_and_replaced<steps::count_too_late::shelf>,
         FailureKind::race);
}

TEST(WrongSteps, HazardWithoutSecondLook) {
  breaks("hazard_without_second_look",
         is_read_by_one<steps::hazard_without_second_look::shelf>,
         FailureKind::race);
}

TEST(WrongSteps, HazardWithoutFence) {
  breaks("hazard_without_fence",
         is_read_by_one<steps::hazard_without_fence::shelf>, FailureKind::race);
}

TEST(WrongSteps, HazardMovedDown) {
  breaks("hazard_moved_down",
         is_read_and_replaced<steps::hazard_moved_down::shelf>,
         FailureKind::race);
}

TEST(WrongSteps, OnlineWithoutFence) {
  breaks("online_without_fence",
         is_read_by_who_comes<steps::online_without_fence::shelf>,
         FailureKind::race);
}

TEST(WrongSteps, OneEpochEarly) {
  breaks("one_epoch_early",
         is_read_over_one_step<steps::one_epoch_early::shelf>,
         FailureKind::race);
}

TEST(WrongSteps, EpochWithoutFence) {
  breaks("epoch_without_fence",
         is_read_over_two_steps<steps::epoch_without_fence::shelf>,
         FailureKind::race);
}

TEST(WrongSteps, StampBeforeUnlink) {
  breaks("stamp_before_unlink",
         is_read_in_an_epoch<steps::stamp_before_unlink::shelf>,
         FailureKind::race);
}

TEST(WrongSteps, TwoLightFences) {
  breaks("two_light_fences",
         is_read_in_an_epoch<steps::two_light_fences::shelf>,
         FailureKind::race);
}

TEST(WrongSteps, EndsOnline) {
  namespace step = steps::ends_online;
  breaks(
      "ends_online",
      waits_for_a_worker<locksmith::qsbr_domain, step::session, step::worker>,
      FailureKind::deadlock);
}

// Programs that the reader schedules.

TEST(Schedules, CountTooLate) {
  all_of("count_too_late", is_read_and_replaced<steps::count_too_late::shelf>);
}

TEST(Schedules, HazardWithoutFence) {
  all_of("hazard_without_fence",
         is_read_by_one<steps::hazard_without_fence::shelf>);
}

// The orders of the headers, with the smallest programs that need them all.

TEST(Orders, AsymmetricFence) {
  needs_its_orders("locksmith/asymmetric_fence.hpp",
                   {a_hazard_pointer_protects});
}

TEST(Orders, HazardPointer) {
  needs_its_orders("locksmith/hazard_pointer.hpp",
                   {a_hazard_pointer_protects, a_hazard_pointer_protects_again,
                    a_hazard_pointer_is_reset});
}

TEST(Orders, HazardPointerDomain) {
  needs_its_orders(
      "locksmith/hazard_pointer_domain.hpp",
      {protects<hazard_pointers>, protects_again<hazard_pointers>});
}

TEST(Orders, HazardSlots) {
  needs_its_orders("locksmith/hazard_slots.hpp",
                   {protects_a_newcomer<hazard_pointers>,
                    protects_from_a_third<hazard_pointers>});
}

TEST(Orders, Qsbr) {
  needs_its_orders("locksmith/qsbr.hpp", {protects<quiescent_states>});
}

TEST(Orders, Epoch) {
  needs_its_orders("locksmith/epoch.hpp",
                   {protects_again<epochs>, protects_from_a_third<epochs>});
}

}  // namespace reclamation_model
