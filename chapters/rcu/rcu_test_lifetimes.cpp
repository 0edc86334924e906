// SPDX-License-Identifier: MIT
// Threads that end, domains that end, and what outlives them.
#include <gtest/gtest.h>

#include <cstddef>
#include <memory>
#include <mutex>
#include <new>
#include <semaphore>

#include "counted.hpp"
#include "locksmith/rcu.hpp"
#include "testing/actor.hpp"

namespace rcu_test {

using locksmith::rcu_domain;
using testing_support::actor;

constinit rcu_domain global;

TEST(Domain, CanBeAGlobal) {
  const counted::expects_none_left none;
  {
    const std::scoped_lock section{global};
  }
  (new counted)->retire({}, global);
  global.barrier();
}

TEST(Domain, ReclaimsWhatWaitsWhenItEnds) {
  const counted::expects_none_left none;
  rcu_domain domain;
  for (int n = 0; n < 10; ++n) (new counted)->retire({}, domain);
  EXPECT_EQ(counted::alive(), 10);
}

TEST(Domain, ThereIsOneByDefault) {
  const counted::expects_none_left none;
  EXPECT_EQ(&locksmith::rcu_default_domain(), &locksmith::rcu_default_domain());
  {
    const std::scoped_lock section{locksmith::rcu_default_domain()};
    (new counted)->retire();
  }
  locksmith::rcu_synchronize();
  locksmith::rcu_barrier();
}

TEST(Domain, ManyComeAndGoBeforeOneThread) {
  const counted::expects_none_left none;
  rcu_domain stays;
  for (int n = 0; n < 1'000; ++n) {
    rcu_domain domain;
    const std::scoped_lock sections{domain, stays};
    (new counted)->retire({}, domain);
  }
  stays.synchronize();
}

// At its place there may have been another, which this thread has used.
TEST(Domain, IsNotTakenForAnotherThatWasThere) {
  alignas(rcu_domain) std::byte place[sizeof(rcu_domain)];
  for (int n = 0; n < 3; ++n) {
    auto* const domain = new (place) rcu_domain;
    std::binary_semaphore leave{0};
    actor reader{[&] {
      const std::scoped_lock section{*domain};
      leave.acquire();
    }};
    reader.until_asleep();
    {
      const std::scoped_lock section{*domain};
    }
    actor writer{[&] { domain->synchronize(); }};
    writer.until_asleep();
    EXPECT_FALSE(writer.done());
    leave.release();
    writer.join();
    reader.join();
    domain->~rcu_domain();
  }
}

TEST(Thread, LeavesNothingToWaitForWhenItEnds) {
  const counted::expects_none_left none;
  rcu_domain domain;
  for (int n = 0; n < 50; ++n) {
    actor{[&] {
      const std::scoped_lock section{domain};
      (new counted)->retire({}, domain);
    }}.join();
  }
  domain.synchronize();
  domain.barrier();
  EXPECT_EQ(counted::alive(), 0);
}

TEST(Thread, MayOutliveADomain) {
  std::binary_semaphore gone{0};
  auto domain = std::make_unique<rcu_domain>();
  std::binary_semaphore used{0};
  const actor thread{[&] {
    {
      const std::scoped_lock section{*domain};
    }
    used.release();
    gone.acquire();
    rcu_domain other;
    const std::scoped_lock section{other};
  }};
  used.acquire();
  domain.reset();
  gone.release();
}

// A thread-local object whose destructor reads and retires.
class last_user {
 public:
  last_user() = default;
  last_user(const last_user&) = delete;
  last_user& operator=(const last_user&) = delete;
  ~last_user() {
    if (domain == nullptr) return;
    const std::scoped_lock section{*domain};
    // NOLINTNEXTLINE(bugprone-unhandled-exception-at-new)
    (new counted)->retire({}, *domain);
  }
  rcu_domain* domain = nullptr;
};
thread_local last_user made_first;

TEST(Thread, MayUseADomainInThreadLocalDestructors) {
  const counted::expects_none_left none;
  rcu_domain domain;
  actor{[&] {
    made_first.domain = &domain;  // so its destructor runs last
    const std::scoped_lock section{domain};
  }}.join();
  actor{[&] {
    {
      const std::scoped_lock section{domain};
    }
    made_first.domain = &domain;
  }}.join();
  EXPECT_EQ(counted::alive(), 2);
  domain.synchronize();
  domain.barrier();
}

}  // namespace rcu_test
