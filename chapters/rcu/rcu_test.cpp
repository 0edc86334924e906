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

#include "counted.hpp"
#include "testing/actor.hpp"

namespace rcu_test {

using locksmith::rcu_domain;
using testing_support::actor;

static_assert(!std::is_copy_constructible_v<rcu_domain>);
static_assert(!std::is_move_constructible_v<rcu_domain>);
static_assert(noexcept(std::declval<rcu_domain&>().lock()));
static_assert(noexcept(std::declval<rcu_domain&>().unlock()));
static_assert(noexcept(locksmith::rcu_synchronize()));

// A thread that is in a section until it is told to leave it.
class reader {
 public:
  explicit reader(rcu_domain& domain)
      : actor_{[this, &domain] {
          const std::scoped_lock section{domain};
          inside_.release();
          leave_.acquire();
        }} {
    inside_.acquire();
  }
  ~reader() { leave(); }
  reader(const reader&) = delete;
  reader& operator=(const reader&) = delete;

  void leave() {
    if (!std::exchange(left_, true)) leave_.release();
    actor_.join();
  }

 private:
  std::binary_semaphore inside_{0};
  std::binary_semaphore leave_{0};
  bool left_ = false;
  actor actor_;
};

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

TEST(Retire, WaitsForSections) {
  const counted::expects_none_left none;
  rcu_domain domain;
  reader stalled{domain};
  auto* const object = new counted;
  object->retire({}, domain);
  actor writer{[&] { domain.barrier(); }};
  writer.until_asleep();
  EXPECT_EQ(counted::alive(), 1);
  stalled.leave();
  writer.join();
  EXPECT_EQ(counted::alive(), 0);
}

// There is no bound while a reader stalls; thereafter nothing is left.
TEST(Retire, GarbageGrowsWhileAReaderStalls) {
  const counted::expects_none_left none;
  rcu_domain domain;
  reader stalled{domain};
  constexpr int many = 10'000;
  for (int n = 0; n < many; ++n) (new counted)->retire({}, domain);
  EXPECT_EQ(counted::alive(), many);
  stalled.leave();
  for (int n = 0; n < 200; ++n) (new counted)->retire({}, domain);
  EXPECT_LE(counted::alive(), 200) << "retiring reclaims";
  domain.barrier();
}

TEST(Retire, ReclaimsABatchAtATimeWithoutABarrier) {
  const counted::expects_none_left none;
  rcu_domain domain;
  for (int n = 0; n < 10'000; ++n) {
    (new counted)->retire({}, domain);
    ASSERT_LE(counted::alive(), 130);
  }
}

// A deleter that waits for readers would wait for its own thread's section.
TEST(Retire, DeletersRunOutsideOfSections) {
  struct waits_for_readers {
    rcu_domain* domain;
    void operator()(counted_with<waits_for_readers>* object) const {
      domain->synchronize();
      delete object;
    }
  };
  using object = counted_with<waits_for_readers>;
  const object::expects_none_left none;
  rcu_domain domain;
  {
    const std::scoped_lock outer{domain};
    const std::scoped_lock inner{domain};
    for (int n = 0; n < 200; ++n) (new object)->retire({&domain}, domain);
    EXPECT_EQ(object::alive(), 200);
  }
  EXPECT_LT(object::alive(), 200) << "the end of the section reclaims";
}

TEST(Retire, ADeleterMayRetireMoreAndRead) {
  struct retires_the_next {
    rcu_domain* domain = nullptr;
    int more = 0;
    void operator()(counted_with<retires_the_next>* object) const {
      delete object;
      const std::scoped_lock section{*domain};
      if (more == 0) return;
      (new counted_with<retires_the_next>)->retire({domain, more - 1}, *domain);
    }
  };
  using object = counted_with<retires_the_next>;
  const object::expects_none_left none;
  rcu_domain domain;
  (new object)->retire({&domain, 300}, domain);
  domain.barrier();
  domain.barrier();
  (new object)->retire({&domain, 300}, domain);
}

TEST(Barrier, WaitsForADeleterThatRunsInAnotherThread) {
  struct waits {
    std::binary_semaphore* end = nullptr;
    void operator()(counted_with<waits>* object) const {
      if (end != nullptr) end->acquire();
      delete object;
    }
  };
  using object = counted_with<waits>;
  const object::expects_none_left none;
  rcu_domain domain;
  std::binary_semaphore end{0};
  const actor other{[&] {
    (new object)->retire({&end}, domain);
    domain.barrier();
  }};
  other.until_asleep();
  const actor here{[&] { domain.barrier(); }};
  here.until_asleep();
  EXPECT_FALSE(here.done());
  end.release();
}

TEST(Barrier, ReturnsIfNothingWaits) {
  rcu_domain domain;
  const reader stalled{domain};
  domain.barrier();
}

}  // namespace rcu_test
