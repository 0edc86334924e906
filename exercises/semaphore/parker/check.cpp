// SPDX-License-Identifier: MIT
#include <judge.hpp>
#include <parker.hpp>
#include <thread>

#include "semaphore_bodies.hpp"
#include "testing/actor.hpp"
#include "testing/no_futex.hpp"

namespace {

using exercise::parker;
using judge::RealThreads;
using testing_support::actor;

/// Two tokens come while the owner does not wait: one is kept.
void keeps_one_token_of_two() {
  parker parker;
  int parcel = 0;
  parker.unpark();
  parker.unpark();
  parker.park();
  std::thread waker{[&] {
    parcel = 1;
    parker.unpark();
  }};
  parker.park();
  parcel = 2;
  waker.join();
}

/// The owner parks twice. The first token serves once, though its waker may
/// still be busy with waking when the owner has gone to sleep again.
void serves_once() {
  parker parker;
  int parcel = 0;
  std::thread first{[&] { parker.unpark(); }};
  parker.park();
  std::thread second{[&] {
    parcel = 1;
    parker.unpark();
  }};
  parker.park();
  parcel = 2;
  first.join();
  second.join();
}

using namespace semaphore_bodies;
const bool promises = judge::in_every_execution({
    {"ParksUntilUnparked", parks_until_unparked<parker>},
    {"KeepsOneTokenOfTwo", keeps_one_token_of_two},
    {"ServesOnce", serves_once},
    {"MissesNoNews", misses_no_news<parker>},
    {"MayDieWithItsToken", dies_with_its_token<parker>},
});

TEST_F(RealThreads, HandOverAndBack) {
  parker mine;
  parker theirs;
  int parcel = 0;
  constexpr int rounds = 1'000;
  const actor other{[&] {
    for (int round = 0; round < rounds; ++round) {
      theirs.park();
      ++parcel;
      mine.unpark();
    }
  }};
  for (int round = 0; round < rounds; ++round) {
    ASSERT_EQ(parcel, round);
    theirs.unpark();
    mine.park();
  }
}

[[noreturn]] void use_without_a_sleeper() {
  parker parker;
  // Once asleep, and awake again before the kernel is out of bounds.
  {
    const actor owner{[&] { parker.park(); }};
    owner.until_asleep();
    parker.unpark();
  }
  testing_support::run_without_futex([&] {
    for (int round = 0; round < 100; ++round) {
      parker.unpark();
      parker.unpark();
      parker.park();
    }
  });
}

TEST_F(RealThreads, StayOutOfTheKernelWhenNobodySleeps) {
  EXPECT_EXIT(use_without_a_sleeper(), testing::ExitedWithCode(0), "")
      << "park with a token there, or unpark with nobody asleep, made a futex "
         "system call";
}

}  // namespace
