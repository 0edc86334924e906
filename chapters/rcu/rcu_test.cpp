// SPDX-License-Identifier: MIT
// What a domain promises to readers and to those who wait for them.
#include "locksmith/rcu.hpp"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <semaphore>
#include <type_traits>
#include <utility>

#include "reader.hpp"
#include "testing/actor.hpp"

namespace rcu_test {

using locksmith::rcu_domain;
using testing_support::actor;

static_assert(!std::is_copy_constructible_v<rcu_domain>);
static_assert(!std::is_move_constructible_v<rcu_domain>);
static_assert(noexcept(std::declval<rcu_domain&>().lock()));
static_assert(noexcept(std::declval<rcu_domain&>().unlock()));
static_assert(noexcept(locksmith::rcu_synchronize()));

TEST(Synchronize, ReturnsIfNobodyReads) {
  rcu_domain domain;
  domain.synchronize();
  {
    const std::scoped_lock section{domain};
  }
  domain.synchronize();
}

TEST(Synchronize, WaitsForASectionAsleepWithIt) {
  rcu_domain domain;
  reader first{domain};
  actor writer{[&] { domain.synchronize(); }};
  writer.until_asleep();
  EXPECT_FALSE(writer.done());
  first.leave();
  writer.join();
  EXPECT_TRUE(writer.done());
}

TEST(Synchronize, WaitsForEachOfManySections) {
  rcu_domain domain;
  std::array<std::unique_ptr<reader>, 5> readers;
  for (auto& each : readers) each = std::make_unique<reader>(domain);
  const actor first{[&] { domain.synchronize(); }};
  const actor second{[&] { domain.synchronize(); }};
  for (auto& each : readers) {
    first.until_asleep();
    second.until_asleep();
    EXPECT_FALSE(first.done() || second.done());
    each.reset();
  }
}

TEST(Synchronize, DoesNotWaitForASectionThatBeganLater) {
  rcu_domain domain;
  reader earlier{domain};
  actor writer{[&] { domain.synchronize(); }};
  writer.until_asleep();
  const reader later{domain};
  earlier.leave();
  writer.join();
}

TEST(Synchronize, WaitsForTheOutermostSection) {
  rcu_domain domain;
  std::binary_semaphore leave{0};
  const actor nested{[&] {
    const std::scoped_lock outer{domain};
    {
      const std::scoped_lock inner{domain};
    }
    leave.acquire();
  }};
  nested.until_asleep();
  const actor writer{[&] { domain.synchronize(); }};
  writer.until_asleep();
  EXPECT_FALSE(writer.done());
  leave.release();
}

TEST(Synchronize, DoesNotWaitForSectionsOfOtherDomains) {
  std::array<rcu_domain, 3> domains;
  const reader first{domains[0]};
  const reader third{domains[2]};
  domains[1].synchronize();
}

TEST(Section, IsALockableOne) {
  rcu_domain one;
  rcu_domain other;
  std::unique_lock lock{one, std::try_to_lock};
  EXPECT_TRUE(lock.owns_lock());
  EXPECT_TRUE(one.try_lock()) << "sections nest";
  one.unlock();
  lock.unlock();
  {
    const std::scoped_lock both{one, other};
  }
  one.synchronize();
  other.synchronize();
}

TEST(Section, NeverWaits) {
  rcu_domain domain;
  reader stalled{domain};
  const actor writer{[&] { domain.synchronize(); }};
  writer.until_asleep();
  {
    const std::scoped_lock section{domain};
  }
  stalled.leave();
}

}  // namespace rcu_test
