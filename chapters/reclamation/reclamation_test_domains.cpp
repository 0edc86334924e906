// SPDX-License-Identifier: MIT
// What the other domains promise beyond what every domain must do.
#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <thread>
#include <type_traits>

#include "locksmith/epoch.hpp"
#include "locksmith/hazard_pointer.hpp"
#include "locksmith/qsbr.hpp"
#include "locksmith/rcu.hpp"
#include "locksmith/reclamation_domain.hpp"
#include "testing/actor.hpp"

namespace {

using locksmith::epoch_domain;
using locksmith::qsbr_domain;
using locksmith::rcu_domain;
using testing_support::actor;

static_assert(locksmith::reclamation_domain<rcu_domain>);
static_assert(locksmith::reclamation_domain<epoch_domain>);
static_assert(locksmith::reclamation_domain<qsbr_domain>);
static_assert(locksmith::reclamation_domain<locksmith::hazard_pointer_domain>);
static_assert(!locksmith::reclamation_domain<std::mutex>);
static_assert(!std::is_copy_constructible_v<epoch_domain>);
static_assert(!std::is_move_constructible_v<qsbr_domain>);
static_assert(!std::is_convertible_v<epoch_domain&, epoch_domain::guard<1>>);

constinit epoch_domain global_epochs;
constinit qsbr_domain global_states;
constinit locksmith::hazard_pointer_domain global_hazards;

struct object : locksmith::reclaimable<object> {
  object() { ++alive; }
  object(const object&) = delete;
  object& operator=(const object&) = delete;
  ~object() { --alive; }
  static inline std::atomic<int> alive{0};
};

TEST(Domains, CanBeGlobals) {
  global_epochs.retire(*new object);
  for (int n = 0; n < 3; ++n) global_epochs.advance();
  global_states.retire(*new object);
  global_states.barrier();
  global_hazards.retire(*new object);
  global_hazards.reclaim();
  EXPECT_EQ(object::alive, 0);
}

TEST(Epochs, PinsNest) {
  epoch_domain domain;
  {
    const std::scoped_lock outer{domain};
    {
      const std::scoped_lock inner{domain};
    }
    domain.retire(*new object);
    for (int n = 0; n < 10; ++n) domain.advance();
    EXPECT_EQ(object::alive, 1) << "the outer pin was still there";
  }
  for (int n = 0; n < 3; ++n) domain.advance();
  EXPECT_EQ(object::alive, 0);
}

TEST(Epochs, CanBeTried) {
  epoch_domain domain;
  ASSERT_TRUE(domain.try_lock());
  domain.unlock();
}

TEST(Epochs, AThreadMayRetireWhilePinned) {
  {
    epoch_domain domain;
    const std::scoped_lock pin{domain};
    for (int n = 0; n < 1'000; ++n) domain.retire(*new object);
  }
  EXPECT_EQ(object::alive, 0);
}

// Two domains of a kind have nothing to do with each other.
TEST(Epochs, APinIsOfOneDomain) {
  epoch_domain first;
  epoch_domain second;
  const std::scoped_lock pin{first};
  second.retire(*new object);
  for (int n = 0; n < 3; ++n) second.advance();
  EXPECT_EQ(object::alive, 0);
}

// A reader stalls; what is retired meanwhile waits, all of it, and then goes.
template <class Domain, class Reclaim>
void grows_under_a_stalled_reader(Reclaim reclaim) {
  constexpr int retired = 10'000;
  Domain domain;
  std::atomic<bool> pinned{false};
  std::atomic<bool> done{false};
  actor reader{[&] {
    const std::scoped_lock pin{domain};
    pinned = true;
    while (!done) std::this_thread::yield();
  }};
  while (!pinned) std::this_thread::yield();
  for (int n = 0; n < retired; ++n) domain.retire(*new object);
  EXPECT_EQ(object::alive, retired);
  done = true;
  reader.join();
  reclaim(domain);
  EXPECT_EQ(object::alive, 0);
}

TEST(Rcu, GarbageGrowsUnderAStalledReader) {
  grows_under_a_stalled_reader<rcu_domain>([](auto& d) { d.barrier(); });
}

TEST(Epochs, GarbageGrowsUnderAStalledReader) {
  grows_under_a_stalled_reader<epoch_domain>([](auto& d) {
    for (int n = 0; n < 4; ++n) d.advance();
  });
}

TEST(QuiescentStates, SynchronizeWaitsForWhoIsOnline) {
  qsbr_domain domain;
  std::atomic<bool> online{false};
  std::atomic<bool> rest{false};
  std::atomic<bool> done{false};
  actor reader{[&] {
    const qsbr_domain::participant here{domain};
    online = true;
    while (!rest) std::this_thread::yield();
    domain.quiescent();
    while (!done) std::this_thread::yield();
  }};
  while (!online) std::this_thread::yield();
  actor writer{[&] { domain.synchronize(); }};
  writer.until_asleep();
  EXPECT_FALSE(writer.done());
  rest = true;
  writer.join();
  done = true;
  reader.join();
}

TEST(QuiescentStates, SynchronizeCountsAsQuiescentForWhoCallsIt) {
  qsbr_domain domain;
  const qsbr_domain::participant here{domain};
  actor other{[&] {
    const qsbr_domain::participant there{domain};
    domain.synchronize();
  }};
  domain.synchronize();
  domain.offline();
  other.join();
  domain.online();
}

TEST(QuiescentStates, WhoIsOfflineIsNotWaitedFor) {
  qsbr_domain domain;
  std::atomic<bool> offline{false};
  std::atomic<bool> done{false};
  actor reader{[&] {
    const qsbr_domain::participant here{domain};
    domain.offline();
    offline = true;
    while (!done) std::this_thread::yield();
    domain.online();
  }};
  while (!offline) std::this_thread::yield();
  domain.retire(*new object);
  domain.barrier();
  EXPECT_EQ(object::alive, 0);
  done = true;
  reader.join();
}

TEST(QuiescentStates, ReclaimsWithoutABarrier) {
  qsbr_domain domain;
  const qsbr_domain::participant here{domain};
  for (int n = 0; n < 1'000; ++n) {
    domain.retire(*new object);
    domain.quiescent();
  }
  EXPECT_LT(object::alive, 200);
  domain.barrier();
  EXPECT_EQ(object::alive, 0);
}

}  // namespace
