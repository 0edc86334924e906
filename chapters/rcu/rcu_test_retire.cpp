// SPDX-License-Identifier: MIT
// What a domain promises to those who retire.
#include <gtest/gtest.h>

#include <memory>
#include <mutex>
#include <semaphore>

#include "counted.hpp"
#include "locksmith/rcu.hpp"
#include "reader.hpp"
#include "testing/actor.hpp"

namespace rcu_test {

using locksmith::rcu_domain;
using testing_support::actor;

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

TEST(RcuRetire, CallsTheDeleterThatItIsGiven) {
  rcu_domain domain;
  int plain = 1;
  int* deleted = nullptr;
  struct owner {  // can be moved only
    std::unique_ptr<int> proof;
    int** deleted;
    void operator()(int* p) {
      *deleted = p;
      *p += *proof;
    }
  };
  locksmith::rcu_retire(&plain, owner{std::make_unique<int>(2), &deleted},
                        domain);
  EXPECT_EQ(deleted, nullptr);
  domain.barrier();
  EXPECT_EQ(deleted, &plain);
  EXPECT_EQ(plain, 3);
}

TEST(RcuRetire, DeletesByDefault) {
  locksmith::rcu_retire(new int{1});
  locksmith::rcu_barrier();
}

TEST(RcuObjBase, ACopyIsAnObjectOfItsOwn) {
  const counted::expects_none_left none;
  rcu_domain domain;
  auto* const object = new counted;
  object->retire({}, domain);
  {
    counted copy{*object};
    copy = *object;
    domain.barrier();
    EXPECT_EQ(counted::alive(), 1);
  }
}

TEST(RcuObjBase, ItsDeleterMayHaveState) {
  struct adds {
    int* sum = nullptr;
    void operator()(counted_with<adds>* object) const {
      ++*sum;
      delete object;
    }
  };
  int sum = 0;
  rcu_domain domain;
  for (int n = 0; n < 5; ++n) {
    (new counted_with<adds>)->retire({&sum}, domain);
  }
  domain.barrier();
  EXPECT_EQ(sum, 5);
}

}  // namespace rcu_test
