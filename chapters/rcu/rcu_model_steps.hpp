// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <interleave/interleave.hpp>
#include <memory>
#include <vector>

#include "rcu_bodies.hpp"
#include "steps/atomic_fields.hpp"
#include "steps/deletes_what_hangs_on_it.hpp"
#include "steps/dies_with_its_thread.hpp"
#include "steps/exchange_after_the_section.hpp"
#include "steps/flag_without_a_fence.hpp"
#include "steps/free_right_away.hpp"
#include "steps/free_running.hpp"
#include "steps/last_writer_wins.hpp"
#include "steps/leaves_work_behind.hpp"
#include "steps/light_fences_on_both_sides.hpp"
#include "steps/locks_what_the_deleter_locks.hpp"
#include "steps/mutex_around_the_config.hpp"
#include "steps/publishes_what_it_found.hpp"
#include "steps/read_copy_update.hpp"
#include "steps/reader_keeps_the_pointer.hpp"
#include "steps/reading_flags.hpp"
#include "steps/relaxed_publication.hpp"
#include "steps/single_flip.hpp"
#include "steps/sleepers_as_a_flag.hpp"
#include "steps/synchronize_in_a_section.hpp"
#include "steps/synchronize_under_a_lock.hpp"
#include "steps/two_flips.hpp"
#include "steps/two_looks.hpp"
#include "testing/executions.hpp"

// The steps of the chapter, right and wrong.

namespace rcu_model {

using namespace rcu_bodies;
using interleave::FailureKind;
using testing_support::all_of;
using testing_support::breaks;

// Of steps that never free.
inline interleave::Options with_leaks() {
  interleave::Options options;
  options.leaks = false;
  return options;
}

inline void pass(const std::vector<void (*)()>& bodies,
                 const interleave::Options& options = {}) {
  for (const auto& body : bodies) {
    const interleave::Result result = interleave::explore(body, options);
    EXPECT_TRUE(result.ok() && result.exhaustive()) << result;
  }
}

TEST(RightSteps, MutexAroundTheConfig) {
  using steps::mutex_around_the_config::config;
  pass({reads_while_one_grows<config>, two_grow<config>});
}

TEST(RightSteps, ReadCopyUpdate) {
  using steps::read_copy_update::config;
  pass({reads_while_one_grows<config>, two_grow<config>}, with_leaks());
}

template <class Domain>
class RightDomain : public testing::Test {};
using right_domains =
    testing::Types<steps::reading_flags::domain, steps::two_flips::domain,
                   steps::free_running::domain>;
TYPED_TEST_SUITE(RightDomain, right_domains);

TYPED_TEST(RightDomain, Waits) {
  pass({waits_for_a_reader<TypeParam>, waits_twice_for_a_reader<TypeParam>,
        waits_for_one_who_reads_again<TypeParam>,
        two_wait_for_a_reader<TypeParam>});
}

// The wrong steps, each with the smallest program that breaks it.

TEST(WrongSteps, AtomicFields) {
  breaks("atomic_fields", reads_while_one_grows<steps::atomic_fields::config>,
         FailureKind::assertion);
}

TEST(WrongSteps, RelaxedPublication) {
  breaks("relaxed_publication",
         reads_while_one_grows<steps::relaxed_publication::config>,
         FailureKind::race, with_leaks());
}

TEST(WrongSteps, LastWriterWins) {
  breaks("last_writer_wins", two_grow<steps::last_writer_wins::config>,
         FailureKind::assertion, with_leaks());
}

TEST(WrongSteps, FreeRightAway) {
  breaks("free_right_away",
         reads_while_one_grows<steps::free_right_away::config>,
         FailureKind::race);
}

TEST(WrongSteps, FlagWithoutAFence) {
  breaks("flag_without_a_fence",
         waits_for_a_reader<steps::flag_without_a_fence::domain>,
         FailureKind::race);
}

TEST(WrongSteps, SingleFlip) {
  // One grace period is not enough to break it.
  pass({waits_for_a_reader<steps::single_flip::domain>});
  breaks("single_flip", waits_twice_for_a_reader<steps::single_flip::domain>,
         FailureKind::race);
}

TEST(WrongSteps, SleepersAsAFlag) {
  breaks("sleepers_as_a_flag",
         two_wait_for_a_reader<steps::sleepers_as_a_flag::domain>,
         FailureKind::deadlock);
}

TEST(WrongSteps, LightFencesOnBothSides) {
  breaks("light_fences_on_both_sides",
         waits_for_a_reader<steps::light_fences_on_both_sides::domain>,
         FailureKind::race);
}

TEST(WrongSteps, DiesWithItsThread) {
  breaks("dies_with_its_thread",
         ends_before_a_grace_period<steps::dies_with_its_thread::domain>,
         FailureKind::race);
}

TEST(WrongSteps, ExchangeAfterTheSection) {
  breaks("exchange_after_the_section",
         grows_twice_beside_another<steps::exchange_after_the_section::config>,
         FailureKind::assertion);
}

TEST(WrongSteps, ReaderKeepsThePointer) {
  breaks("reader_keeps_the_pointer",
         reads_while_one_grows<steps::reader_keeps_the_pointer::config>,
         FailureKind::race);
}

TEST(WrongSteps, TwoLooks) {
  breaks("two_looks", reads_while_one_grows<steps::two_looks::config>,
         FailureKind::assertion);
}

TEST(WrongSteps, PublishesWhatItFound) {
  breaks("publishes_what_it_found",
         two_read_while_one_grows<steps::publishes_what_it_found::config>,
         FailureKind::race);
}

TEST(WrongSteps, DeletesWhatHangsOnIt) {
  breaks("deletes_what_hangs_on_it",
         reads_while_one_grows<steps::deletes_what_hangs_on_it::config>,
         FailureKind::race);
}

TEST(WrongSteps, SynchronizeInASection) {
  breaks("synchronize_in_a_section",
         grows<steps::synchronize_in_a_section::config>, FailureKind::deadlock);
}

TEST(WrongSteps, SynchronizeUnderALock) {
  breaks("synchronize_under_a_lock",
         reads_while_one_grows<steps::synchronize_under_a_lock::config>,
         FailureKind::deadlock);
}

// At the end of the first batch.
TEST(WrongSteps, LocksWhatTheDeleterLocks) {
  breaks("locks_what_the_deleter_locks",
         grows<steps::locks_what_the_deleter_locks::config, 64>,
         FailureKind::misuse);
}

TEST(WrongSteps, LeavesWorkBehind) {
  const auto ends_too_early = [] {
    std::make_unique<steps::leaves_work_behind::config>()->grow(1);
    locksmith::rcu_barrier();
  };
  breaks("leaves_work_behind", ends_too_early, FailureKind::use_after_free);
}

// A program that the reader schedules.
TEST(Schedules, FreeRightAway) {
  all_of("free_right_away",
         reads_while_one_grows<steps::free_right_away::config>);
}

}  // namespace rcu_model
