// SPDX-License-Identifier: MIT
// What rcu_list promises, for real threads and over each domain that it takes.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "counted.hpp"
#include "lock_free_lists_support.hpp"
#include "locksmith/marked_ptr.hpp"
#include "locksmith/rcu_list.hpp"
#include "testing/actor.hpp"

namespace lock_free_lists_bodies {
namespace {

using locksmith::rcu_list;
using testing_support::actor;

template <class Domain>
concept listable = requires { typename rcu_list<int, Domain>; };
static_assert(listable<locksmith::rcu_domain>);
static_assert(!listable<locksmith::hazard_pointer_domain>);
static_assert(!std::is_copy_constructible_v<rcu_list<int>>);
static_assert(sizeof(locksmith::marked_ptr<int>) == sizeof(int*));

template <class Domain>
class RcuList : public testing::Test {
 protected:
  Domain domain_;
  const presence<Domain> here_{domain_};
};
using domains = testing::Types<locksmith::rcu_domain, locksmith::epoch_domain,
                               locksmith::qsbr_domain>;
TYPED_TEST_SUITE(RcuList, domains);

template <class T, class Domain>
std::vector<T> all(const rcu_list<T, Domain>& list) {
  typename rcu_list<T, Domain>::view view{list};
  return {view.begin(), view.end()};
}

constexpr auto is(int wanted) {
  return [wanted](int element) { return element == wanted; };
}

TEST(DefaultDomain, IsTheOneOfRcu) {
  rcu_list<int> list;
  list.push_front(1);
  EXPECT_TRUE(list.erase(is(1)));
  locksmith::rcu_barrier();
}

TYPED_TEST(RcuList, KeepsTheOrderOfInsertion) {
  rcu_list<int, TypeParam> list{this->domain_};
  EXPECT_TRUE(list.empty());
  list.push_front(3);
  list.push_front(1);
  list.insert_before(is(3), 2);
  list.insert_before(is(9), 4);
  EXPECT_EQ(all(list), (std::vector{1, 2, 3, 4}));
  EXPECT_FALSE(list.empty());
  EXPECT_EQ(list.find([](int n) { return n > 2; }), 3);
  EXPECT_EQ(list.find(is(7)), std::nullopt);
}

TYPED_TEST(RcuList, ErasesTheFirstThatFits) {
  rcu_list<int, TypeParam> list{this->domain_};
  for (const int element : {1, 2, 1}) list.push_front(element);
  EXPECT_TRUE(list.erase(is(1)));
  EXPECT_EQ(all(list), (std::vector{2, 1}));
  EXPECT_FALSE(list.erase(is(3)));
  EXPECT_EQ(list.erase_if([](int) { return true; }), 2U);
  EXPECT_TRUE(list.empty());
}

TYPED_TEST(RcuList, ReplacesByACopy) {
  rcu_list<std::string, TypeParam> list{this->domain_};
  list.push_front("old");
  typename rcu_list<std::string, TypeParam>::view view{list};
  const std::string& before = *view.begin();
  EXPECT_TRUE(list.update([](const auto& word) { return word == "old"; },
                          [](auto& word) { word = "new"; }));
  EXPECT_EQ(before, "old") << "a reader keeps what it has met";
  EXPECT_EQ(*view.begin(), "new");
  EXPECT_FALSE(list.update([](const auto&) { return false; }, [](auto&) {}));
}

TYPED_TEST(RcuList, StaysAsItWasWhenAChangeThrows) {
  rcu_list<int, TypeParam> list{this->domain_};
  list.push_front(1);
  const auto fails = [](const int&) -> bool { throw std::runtime_error{"no"}; };
  EXPECT_THROW(list.erase(fails), std::runtime_error);
  EXPECT_THROW(list.insert_before(fails, 2), std::runtime_error);
  EXPECT_THROW(list.update(is(1), [](int&) { throw std::runtime_error{"no"}; }),
               std::runtime_error);
  EXPECT_EQ(all(list), (std::vector{1}));
  list.push_front(0);  // the lock is free
}

TYPED_TEST(RcuList, RetiresWhatWasErasedBeforeAThrow) {
  {
    rcu_list<counted, TypeParam> list{this->domain_};
    for (const int n : {3, 2, 1}) list.push_front(counted{n});
    EXPECT_THROW(list.erase_if([](const counted& each) {
      if (each.number() == 3) throw std::runtime_error{"no"};
      return true;
    }),
                 std::runtime_error);
    reclaim(this->domain_);
    EXPECT_EQ(counted::alive(), 1);
    list.for_each([](const counted& each) { EXPECT_EQ(each.number(), 3); });
  }
  EXPECT_EQ(counted::alive(), 0);
}

TYPED_TEST(RcuList, CanBeChangedFromWithinAWalk) {
  rcu_list<int, TypeParam> list{this->domain_};
  for (const int element : {3, 2, 1}) list.push_front(element);
  std::vector<int> met;
  list.for_each([&](int element) {
    met.push_back(element);
    list.erase(is(element));
  });
  EXPECT_EQ(met, (std::vector{1, 2, 3}));
  EXPECT_TRUE(list.empty());
}

// The deleters take the writers' lock: it must not be held when they run.
TYPED_TEST(RcuList, HasDeletersThatChangeIt) {
  rcu_list<int, TypeParam> gone{this->domain_};
  {
    rcu_list<counted, TypeParam> list{this->domain_};
    for (int n = 0; n < 200; ++n) {
      list.push_front(counted{n, [&list, &gone, n] {
                                gone.push_front(n);
                                list.erase_if([](const counted& each) {
                                  return each.number() < 0;
                                });
                              }});
    }
    EXPECT_EQ(list.erase_if(
                  [](const counted& each) { return each.number() % 2 == 0; }),
              100U);
    for (int n = 1; n < 200; n += 2) {
      list.erase([n](const counted& each) { return each.number() == n; });
    }
    reclaim(this->domain_);
    EXPECT_EQ(counted::alive(), 0);
  }
  EXPECT_EQ(all(gone).size(), 200U);
}

TYPED_TEST(RcuList, DestroysAMillionElements) {
  rcu_list<int, TypeParam> list{this->domain_};
  for (int n = 0; n < 1'000'000; ++n) list.push_front(n);
}

TYPED_TEST(RcuList, IsWalkedThroughWhileOthersChangeIt) {
  constexpr int kept = 16;
  rcu_list<int, TypeParam> list{this->domain_};
  for (int n = kept; n > 0; --n) list.push_front(2 * n);
  std::atomic<bool> done{false};
  const auto change = [&](int odd) {
    const presence<TypeParam> here{this->domain_};
    while (!done) {
      list.insert_before([&](int each) { return each > odd; }, odd);
      list.update([&](int each) { return each == odd; }, [](int&) {});
      list.erase(is(odd));
      if constexpr (std::is_same_v<TypeParam, locksmith::qsbr_domain>) {
        this->domain_.quiescent();
      }
    }
  };
  {
    const actor one{[&] { change(7); }};
    const actor other{[&] { change(9); }};
    for (int round = 0; round < 1'000; ++round) {
      std::vector<int> even;
      int last = 0;
      list.for_each([&](int element) {
        ASSERT_LT(last, element);
        last = element;
        if (element % 2 == 0) even.push_back(element);
      });
      ASSERT_EQ(even.size(), std::size_t{kept}) << "what stays is met once";
      if constexpr (std::is_same_v<TypeParam, locksmith::qsbr_domain>) {
        this->domain_.quiescent();
      }
    }
    done = true;
  }
  EXPECT_EQ(all(list).size(), std::size_t{kept});
}

}  // namespace
}  // namespace lock_free_lists_bodies
