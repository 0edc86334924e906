// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <atomic>
#include <cstddef>
#include <deque>
#include <thread>

#include "locksmith/epoch.hpp"
#include "locksmith/hazard_pointer.hpp"
#include "locksmith/qsbr.hpp"
#include "locksmith/rcu.hpp"
#include "reclamation_support.hpp"
#include "testing/actor.hpp"

// What every domain must do, for real threads.

namespace reclamation_suite {

using testing_support::actor;

template <class Domain>
class ReclamationSuite : public testing::Test {};
using domains =
    testing::Types<locksmith::rcu_domain, locksmith::epoch_domain,
                   locksmith::qsbr_domain, locksmith::hazard_pointer_domain>;
TYPED_TEST_SUITE(ReclamationSuite, domains);

TYPED_TEST(ReclamationSuite, ReclaimsWhatNobodyReads) {
  TypeParam domain;
  domain.retire(*new counted<TypeParam>{1});
  in<TypeParam>::reclaim(domain);
  EXPECT_EQ(counted<TypeParam>::alive, 0);
}

TYPED_TEST(ReclamationSuite, KeepsWhatIsRead) {
  TypeParam domain;
  using object = counted<TypeParam>;
  std::atomic<object*> link{new object{1}};
  std::atomic<bool> protects{false};
  std::atomic<bool> done{false};
  actor reader{[&] {
    const participant_of<TypeParam> online{domain};
    guard_of<TypeParam> guard{domain};
    const object* const seen = guard.protect(0, link);
    protects = true;
    while (!done) std::this_thread::yield();
    EXPECT_EQ(seen->value, 1);
  }};
  while (!protects) std::this_thread::yield();
  domain.retire(*link.exchange(nullptr));
  // More than any domain lets wait before it looks.
  for (int n = 0; n < 1'000; ++n) domain.retire(*new object{n});
  EXPECT_GE(counted<TypeParam>::alive, 1) << "reclaimed under a reader";
  done = true;
  reader.join();
  in<TypeParam>::reclaim(domain);
  in<TypeParam>::reclaim(domain);
  EXPECT_EQ(counted<TypeParam>::alive, 0);
}

TYPED_TEST(ReclamationSuite, CallsTheDeleterWithTheObject) {
  TypeParam domain;
  struct with_a_deleter;
  struct deleter {
    int* calls = nullptr;
    void operator()(with_a_deleter* object) const {
      ++*calls;
      delete object;
    }
  };
  struct with_a_deleter : locksmith::reclaimable<with_a_deleter, deleter> {};
  int calls = 0;
  domain.retire(*new with_a_deleter, deleter{&calls});
  in<TypeParam>::reclaim(domain);
  EXPECT_EQ(calls, 1);
}

TYPED_TEST(ReclamationSuite, EndsWithObjectsThatWait) {
  using object = counted<TypeParam>;
  {
    TypeParam domain;
    for (int n = 0; n < 10; ++n) domain.retire(*new object{n});
  }
  EXPECT_EQ(counted<TypeParam>::alive, 0);
}

TYPED_TEST(ReclamationSuite, ManyReadWhatManyReplace) {
  using object = counted<TypeParam>;
  {
    TypeParam domain;
    std::atomic<object*> link{new object{0}};
    std::deque<actor> threads;
    std::atomic<bool> broken{false};
    constexpr int rounds = 10'000;
    for (int index = 0; index < 2; ++index) {
      threads.emplace_back([&] {
        const participant_of<TypeParam> online{domain};
        for (int round = 0; round < rounds; ++round) {
          guard_of<TypeParam> guard{domain};
          if (guard.protect(0, link)->value < 0) broken = true;
          in<TypeParam>::rest(domain);
        }
      });
      threads.emplace_back([&] {
        const participant_of<TypeParam> online{domain};
        for (int round = 0; round < rounds; ++round) {
          domain.retire(*link.exchange(new object{round}));
          in<TypeParam>::rest(domain);
        }
      });
    }
    threads.clear();
    EXPECT_FALSE(broken);
    domain.retire(*link.load());
  }
  EXPECT_EQ(counted<TypeParam>::alive, 0);
}

TYPED_TEST(ReclamationSuite, ThreadsComeAndGo) {
  using object = counted<TypeParam>;
  {
    TypeParam domain;
    std::atomic<object*> link{new object{0}};
    for (int round = 0; round < 200; ++round) {
      const actor visitor{[&] {
        const participant_of<TypeParam> online{domain};
        const guard_of<TypeParam> guard{domain};
        domain.retire(*link.exchange(new object{round}));
      }};
    }
    delete link.load();
  }
  EXPECT_EQ(counted<TypeParam>::alive, 0);
}

// The domains' thread-locals have gone by then, or go later.
TYPED_TEST(ReclamationSuite, CanBeUsedAtTheEndOfAThread) {
  using object = counted<TypeParam>;
  {
    TypeParam domain;
    struct at_the_end {
      TypeParam* domain = nullptr;
      ~at_the_end() {
        if (domain == nullptr) return;
        const participant_of<TypeParam> online{*domain};
        // NOLINTNEXTLINE(bugprone-unhandled-exception-at-new)
        const std::atomic<object*> link{new object{1}};
        {
          guard_of<TypeParam> guard{*domain};
          EXPECT_EQ(guard.protect(0, link)->value, 1);
        }
        domain->retire(*link.load());
      }
    };
    actor before{[&] {
      static thread_local at_the_end last;
      last.domain = &domain;
      const participant_of<TypeParam> online{domain};
      const guard_of<TypeParam> guard{domain};
    }};
    before.join();
    actor after{[&] {
      {
        const participant_of<TypeParam> online{domain};
        const guard_of<TypeParam> guard{domain};
      }
      static thread_local at_the_end last;
      last.domain = &domain;
    }};
    after.join();
  }
  EXPECT_EQ(counted<TypeParam>::alive, 0);
}

}  // namespace reclamation_suite
