// SPDX-License-Identifier: MIT
// Four threads change and read a container for a while; then all that was made
// must be gone. For a twentieth of a second, or as many seconds as the
// environment variable LOCKSMITH_STRESS_SECONDS says.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <deque>
#include <random>
#include <type_traits>

#include "counted.hpp"
#include "lock_free_lists_support.hpp"
#include "locksmith/lock_free_set.hpp"
#include "locksmith/rcu_list.hpp"
#include "testing/actor.hpp"

namespace lock_free_lists_bodies {
namespace {

using testing_support::actor;

std::chrono::milliseconds how_long() {
  const char* const seconds = std::getenv("LOCKSMITH_STRESS_SECONDS");
  if (seconds == nullptr) return std::chrono::milliseconds{50};
  return std::chrono::seconds{std::atoi(seconds)};
}

// Runs `step(random)` in four threads, again and again.
template <class Domain, class Step>
void stress(Domain& domain, Step step) {
  const auto end = std::chrono::steady_clock::now() + how_long();
  std::deque<actor> threads;
  for (unsigned index = 0; index < 4; ++index) {
    threads.emplace_back([&, index] {
      const presence<Domain> here{domain};
      std::minstd_rand random{index + 1};
      while (std::chrono::steady_clock::now() < end) {
        for (int n = 0; n < 100; ++n) step(random);
        if constexpr (std::is_same_v<Domain, locksmith::qsbr_domain>) {
          domain.quiescent();
        }
      }
    });
  }
}

constexpr unsigned keys = 32;

template <class Domain>
class SetStress : public testing::Test {};
using domains =
    testing::Types<locksmith::rcu_domain, locksmith::epoch_domain,
                   locksmith::qsbr_domain, locksmith::hazard_pointer_domain>;
TYPED_TEST_SUITE(SetStress, domains);

TYPED_TEST(SetStress, FreesEverything) {
  std::atomic<int> balance{0};
  {
    TypeParam domain;
    locksmith::lock_free_set<counted, TypeParam> set{domain};
    stress(domain, [&](auto& random) {
      const counted key{static_cast<int>(random() % keys)};
      switch (random() % 8) {
        case 0:
        case 1:
          if (set.insert(counted{key.number()})) balance.fetch_add(1);
          break;
        case 2:
        case 3:
          if (set.erase(key)) balance.fetch_sub(1);
          break;
        case 4: {
          int last = -1;
          set.for_each([&](const counted& each) {
            EXPECT_LT(last, each.number());
            last = each.number();
          });
          break;
        }
        default:
          static_cast<void>(set.contains(key));
      }
    });
    EXPECT_EQ(set.size(), static_cast<std::size_t>(balance));
  }
  EXPECT_EQ(counted::alive(), 0);
}

template <class Domain>
class ListStress : public testing::Test {};
using list_domains =
    testing::Types<locksmith::rcu_domain, locksmith::epoch_domain,
                   locksmith::qsbr_domain>;
TYPED_TEST_SUITE(ListStress, list_domains);

TYPED_TEST(ListStress, FreesEverything) {
  {
    TypeParam domain;
    locksmith::rcu_list<counted, TypeParam> list{domain};
    stress(domain, [&](auto& random) {
      const int key = static_cast<int>(random() % keys);
      switch (random() % 8) {
        case 0:
          list.insert_before(
              [&](const counted& each) { return each.number() >= key; },
              counted{key});
          break;
        case 1:
        case 2:
          list.erase([&](const counted& each) { return each.number() == key; });
          break;
        case 3:
          list.erase_if(
              [&](const counted& each) { return each.number() == key; });
          break;
        default: {
          int last = -1;
          list.for_each([&](const counted& each) {
            EXPECT_LE(last, each.number());
            last = each.number();
          });
        }
      }
    });
  }
  EXPECT_EQ(counted::alive(), 0);
}

}  // namespace
}  // namespace lock_free_lists_bodies
