// SPDX-License-Identifier: MIT
// What lock_free_set promises, for real threads and over each domain.
#include <gtest/gtest.h>

#include <atomic>
#include <cstddef>
#include <functional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

#include "counted.hpp"
#include "lock_free_lists_support.hpp"
#include "locksmith/lock_free_set.hpp"
#include "testing/actor.hpp"

namespace lock_free_lists_bodies {
namespace {

using testing_support::actor;

template <class Domain>
class LockFreeSet : public testing::Test {
 protected:
  Domain domain_;
  const presence<Domain> here_{domain_};
};
using domains =
    testing::Types<locksmith::rcu_domain, locksmith::epoch_domain,
                   locksmith::qsbr_domain, locksmith::hazard_pointer_domain>;
TYPED_TEST_SUITE(LockFreeSet, domains);

template <class Set>
std::vector<int> all(const Set& set) {
  std::vector<int> keys;
  set.for_each([&](const int& key) { keys.push_back(key); });
  return keys;
}

TYPED_TEST(LockFreeSet, IsEmptyAtFirst) {
  const locksmith::lock_free_set<int, TypeParam> set{this->domain_};
  EXPECT_TRUE(set.empty());
  EXPECT_EQ(set.size(), 0U);
  EXPECT_FALSE(set.contains(1));
}

TYPED_TEST(LockFreeSet, HoldsEachKeyOnceAndInOrder) {
  locksmith::lock_free_set<int, TypeParam> set{this->domain_};
  for (const int key : {3, 1, 4, 5, 9}) EXPECT_TRUE(set.insert(key));
  for (const int key : {9, 3, 1}) EXPECT_FALSE(set.insert(key));
  EXPECT_EQ(all(set), (std::vector{1, 3, 4, 5, 9}));
  EXPECT_TRUE(set.contains(4));
  EXPECT_FALSE(set.contains(2));
}

TYPED_TEST(LockFreeSet, ErasesWhatIsThere) {
  locksmith::lock_free_set<int, TypeParam> set{this->domain_};
  for (const int key : {2, 1, 3}) set.insert(key);
  EXPECT_FALSE(set.erase(4));
  EXPECT_TRUE(set.erase(2));
  EXPECT_FALSE(set.erase(2));
  EXPECT_FALSE(set.contains(2));
  EXPECT_EQ(all(set), (std::vector{1, 3}));
  EXPECT_TRUE(set.insert(2));
  EXPECT_EQ(set.size(), 3U);
  EXPECT_FALSE(set.empty());
}

TYPED_TEST(LockFreeSet, IsOrderedByAnyComparison) {
  locksmith::lock_free_set<int, TypeParam, std::greater<>> set{this->domain_};
  for (const int key : {1, 3, 2}) set.insert(key);
  EXPECT_EQ(all(set), (std::vector{3, 2, 1}));
  locksmith::lock_free_set<std::string, TypeParam> words{this->domain_};
  words.insert("b");
  words.insert("a");
  EXPECT_TRUE(words.contains("a"));
}

TYPED_TEST(LockFreeSet, HoldsKeysThatCanOnlyBeMoved) {
  {
    locksmith::lock_free_set<counted, TypeParam> set{this->domain_};
    EXPECT_TRUE(set.insert(counted{2}));
    EXPECT_TRUE(set.insert(counted{1}));
    EXPECT_FALSE(set.insert(counted{1}));
    EXPECT_TRUE(set.erase(counted{2}));
  }
  reclaim(this->domain_);
  EXPECT_EQ(counted::alive(), 0);
}

// Compares until it is told not to.
struct fragile {
  bool operator()(int a, int b) const {
    if (*broken) throw std::runtime_error{"no comparison"};
    return a < b;
  }
  const bool* broken;
};

TYPED_TEST(LockFreeSet, StaysAsItWasWhenAComparisonThrows) {
  bool broken = false;
  locksmith::lock_free_set<int, TypeParam, fragile> set{this->domain_,
                                                        fragile{&broken}};
  set.insert(1);
  broken = true;
  EXPECT_THROW(set.insert(2), std::runtime_error);
  EXPECT_THROW(set.erase(1), std::runtime_error);
  EXPECT_THROW(static_cast<void>(set.contains(1)), std::runtime_error);
  broken = false;
  EXPECT_TRUE(set.contains(1));
  EXPECT_FALSE(set.contains(2));
  EXPECT_EQ(set.size(), 1U);
}

TYPED_TEST(LockFreeSet, EndsAWalkWhenTheFunctionThrows) {
  locksmith::lock_free_set<int, TypeParam> set{this->domain_};
  for (const int key : {1, 2, 3}) set.insert(key);
  int met = 0;
  EXPECT_THROW(set.for_each([&](int key) {
    met = key;
    if (key == 2) throw std::runtime_error{"enough"};
  }),
               std::runtime_error);
  EXPECT_EQ(met, 2);
  EXPECT_TRUE(set.erase(2));
}

TYPED_TEST(LockFreeSet, CanBeChangedFromWithinAWalk) {
  locksmith::lock_free_set<int, TypeParam> set{this->domain_};
  for (int key = 0; key < 10; ++key) set.insert(key);
  std::vector<int> met;
  set.for_each([&](int key) {
    met.push_back(key);
    set.erase(key);
    set.erase(key + 1);
    set.insert(key - 1);
  });
  EXPECT_EQ(met, (std::vector{0, 2, 4, 6, 8}));
}

TYPED_TEST(LockFreeSet, HasDeletersThatChangeIt) {
  locksmith::lock_free_set<int, TypeParam> erased{this->domain_};
  {
    locksmith::lock_free_set<counted, TypeParam> set{this->domain_};
    for (int key = 0; key < 200; ++key) {
      set.insert(counted{key, [&erased, key] { erased.insert(key); }});
    }
    for (int key = 0; key < 200; ++key) set.erase(counted{key});
    reclaim(this->domain_);
    EXPECT_EQ(counted::alive(), 0);
  }
  EXPECT_EQ(erased.size(), 200U);
}

TYPED_TEST(LockFreeSet, DestroysAMillionKeys) {
  // Greater keys first: each is inserted at the front.
  locksmith::lock_free_set<int, TypeParam> set{this->domain_};
  for (int key = 1'000'000; key > 0; --key) set.insert(key);
}

TYPED_TEST(LockFreeSet, IsWalkedThroughWhileOthersChangeIt) {
  constexpr int keys = 32;  // even ones stay
  locksmith::lock_free_set<int, TypeParam> set{this->domain_};
  for (int key = 0; key < keys; key += 2) set.insert(key);
  std::atomic<bool> done{false};
  const auto change = [&](int first) {
    const presence<TypeParam> here{this->domain_};
    while (!done) {
      for (int key = first; key < keys; key += 4) set.insert(key);
      for (int key = first; key < keys; key += 4) set.erase(key);
      if constexpr (std::is_same_v<TypeParam, locksmith::qsbr_domain>) {
        this->domain_.quiescent();
      }
    }
  };
  {
    const actor one{[&] { change(1); }};
    const actor other{[&] { change(3); }};
    for (int round = 0; round < 1'000; ++round) {
      int last = -1;
      int stayed = 0;
      set.for_each([&](int key) {
        ASSERT_LT(last, key) << "in order, each once";
        last = key;
        stayed += key % 2 == 0 ? 1 : 0;
      });
      ASSERT_EQ(stayed, keys / 2) << "what stays is met";
      if constexpr (std::is_same_v<TypeParam, locksmith::qsbr_domain>) {
        this->domain_.quiescent();
      }
    }
    done = true;
  }
  EXPECT_EQ(set.size(), static_cast<std::size_t>(keys / 2));
}

}  // namespace
}  // namespace lock_free_lists_bodies
