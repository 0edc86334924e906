// SPDX-License-Identifier: MIT
// What hazard pointers promise beyond what every domain must do.
#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "locksmith/hazard_pointer.hpp"
#include "testing/actor.hpp"

namespace {

using locksmith::hazard_pointer;
using locksmith::hazard_pointer_default_domain;
using locksmith::make_hazard_pointer;
using testing_support::actor;

static_assert(!std::is_copy_constructible_v<hazard_pointer>);
static_assert(!std::is_copy_assignable_v<hazard_pointer>);
static_assert(std::is_nothrow_move_constructible_v<hazard_pointer>);
static_assert(std::is_nothrow_move_assignable_v<hazard_pointer>);
static_assert(std::is_nothrow_swappable_v<hazard_pointer>);
static_assert(std::is_nothrow_default_constructible_v<hazard_pointer>);

struct node : locksmith::hazard_pointer_obj_base<node> {
  explicit node(int n) : value{n} { ++alive; }
  node(const node&) = delete;
  node& operator=(const node&) = delete;
  ~node() {
    value = -1;
    --alive;
  }
  int value;

  static inline std::atomic<int> alive{0};
};

// Whether an object is reclaimed that only this hazard pointer could protect.
bool is_reclaimed(std::atomic<node*>& link) {
  const int before = node::alive;
  link.exchange(nullptr)->retire();
  hazard_pointer_default_domain().reclaim();
  return node::alive == before - 1;
}

class HazardPointer : public testing::Test {
 protected:
  void TearDown() override {
    hazard_pointer_default_domain().reclaim();
    EXPECT_EQ(node::alive, 0);
  }
  std::atomic<node*> link{new node{1}};
};

TEST_F(HazardPointer, IsEmptyByDefault) {
  const hazard_pointer none;
  EXPECT_TRUE(none.empty());
  EXPECT_FALSE(make_hazard_pointer().empty());
  EXPECT_TRUE(is_reclaimed(link));
}

TEST_F(HazardPointer, ProtectsUntilItIsReset) {
  hazard_pointer hazard = make_hazard_pointer();
  const node* const seen = hazard.protect(link);
  EXPECT_FALSE(is_reclaimed(link));
  EXPECT_EQ(seen->value, 1);
  hazard.reset_protection();
  EXPECT_FALSE(hazard.empty());
  EXPECT_EQ(hazard_pointer_default_domain().reclaim(), 1U);
}

TEST_F(HazardPointer, ProtectsUntilItProtectsAnother) {
  hazard_pointer hazard = make_hazard_pointer();
  std::atomic<node*> other{new node{2}};
  hazard.protect(link);
  EXPECT_EQ(hazard.protect(other)->value, 2);
  EXPECT_TRUE(is_reclaimed(link));
  EXPECT_FALSE(is_reclaimed(other));
}

TEST_F(HazardPointer, ProtectsUntilItGoes) {
  {
    hazard_pointer hazard = make_hazard_pointer();
    hazard.protect(link);
    EXPECT_FALSE(is_reclaimed(link));
  }
  EXPECT_EQ(hazard_pointer_default_domain().reclaim(), 1U);
}

TEST_F(HazardPointer, TriesOnce) {
  hazard_pointer hazard = make_hazard_pointer();
  std::atomic<node*> other{new node{2}};
  node* seen = other.load();
  EXPECT_FALSE(hazard.try_protect(seen, link));
  EXPECT_EQ(seen, link.load());
  EXPECT_TRUE(is_reclaimed(other)) << "a failed try protects nothing";
  EXPECT_TRUE(hazard.try_protect(seen, link));
  EXPECT_FALSE(is_reclaimed(link));
}

TEST_F(HazardPointer, ProtectsWhatItIsGiven) {
  hazard_pointer hazard = make_hazard_pointer();
  hazard.reset_protection(link.load());
  EXPECT_FALSE(is_reclaimed(link));
  hazard.reset_protection(nullptr);
  EXPECT_EQ(hazard_pointer_default_domain().reclaim(), 1U);
}

TEST_F(HazardPointer, ProtectsNothingIfThereIsNothing) {
  hazard_pointer hazard = make_hazard_pointer();
  const std::atomic<node*> nothing{nullptr};
  EXPECT_EQ(hazard.protect(nothing), nullptr);
  EXPECT_TRUE(is_reclaimed(link));
}

TEST_F(HazardPointer, MovesWithWhatItProtects) {
  hazard_pointer first = make_hazard_pointer();
  first.protect(link);
  hazard_pointer second{std::move(first)};
  EXPECT_TRUE(first.empty());  // NOLINT(bugprone-use-after-move): specified
  EXPECT_FALSE(is_reclaimed(link));
  hazard_pointer third;
  third = std::move(second);
  EXPECT_TRUE(second.empty());  // NOLINT(bugprone-use-after-move): specified
  EXPECT_EQ(hazard_pointer_default_domain().reclaim(), 0U);
  third = hazard_pointer{};
  EXPECT_TRUE(third.empty());
  EXPECT_EQ(hazard_pointer_default_domain().reclaim(), 1U);
}

TEST_F(HazardPointer, CanBeAssignedToItself) {
  hazard_pointer hazard = make_hazard_pointer();
  hazard.protect(link);
  hazard_pointer& same = hazard;
  hazard = std::move(same);
  EXPECT_FALSE(hazard.empty());
  EXPECT_FALSE(is_reclaimed(link));
}

TEST_F(HazardPointer, SwapsWhatIsProtected) {
  hazard_pointer first = make_hazard_pointer();
  hazard_pointer second;
  first.protect(link);
  swap(first, second);
  EXPECT_TRUE(first.empty());
  EXPECT_FALSE(second.empty());
  first.swap(first);
  EXPECT_TRUE(first.empty());
  EXPECT_FALSE(is_reclaimed(link));
}

TEST_F(HazardPointer, GoesToAnotherThread) {
  hazard_pointer hazard = make_hazard_pointer();
  const node* const seen = hazard.protect(link);
  EXPECT_FALSE(is_reclaimed(link));
  actor other{[&, moved = std::make_shared<hazard_pointer>(std::move(hazard))] {
    EXPECT_EQ(seen->value, 1);
    moved->reset_protection();
    *moved = hazard_pointer{};
  }};
  other.join();
  EXPECT_EQ(hazard_pointer_default_domain().reclaim(), 1U);
}

TEST_F(HazardPointer, OneThreadAfterAnotherUsesTheSameSlots) {
  const auto take_ten = [] {
    std::vector<hazard_pointer> ten;
    ten.reserve(10);
    for (int n = 0; n < 10; ++n) ten.push_back(make_hazard_pointer());
  };
  actor{take_ten}.join();
  const std::size_t slots = locksmith::detail::hazard_slots::count();
  for (int round = 0; round < 20; ++round) actor{take_ten}.join();
  EXPECT_EQ(locksmith::detail::hazard_slots::count(), slots);
  EXPECT_TRUE(is_reclaimed(link));
}

// One reader holds one object, and the writers go on.
TEST_F(HazardPointer, AStalledReaderKeepsOneObject) {
  hazard_pointer hazard = make_hazard_pointer();
  const node* const seen = hazard.protect(link);
  const std::size_t bound =
      std::max(std::size_t{64}, 2 * locksmith::detail::hazard_slots::count());
  std::size_t most = 0;
  actor writer{[&] {
    for (int n = 0; n < 10'000; ++n) {
      link.exchange(new node{n})->retire();
      most = std::max(most, static_cast<std::size_t>(node::alive));
    }
  }};
  writer.join();
  // The one that is linked does not wait.
  EXPECT_LE(most, bound + 1);
  EXPECT_EQ(seen->value, 1);
  hazard.reset_protection();
  hazard_pointer_default_domain().reclaim();
  EXPECT_EQ(node::alive, 1);
  EXPECT_TRUE(is_reclaimed(link));
}

locksmith::hazard_pointer_domain global_domain;

TEST_F(HazardPointer, DomainsShareTheHazards) {
  struct other : locksmith::reclaimable<other> {};
  std::atomic<other*> there{new other};
  hazard_pointer hazard = make_hazard_pointer();
  other* const seen = there.load();
  hazard.reset_protection(seen);
  global_domain.retire(*there.exchange(nullptr));
  EXPECT_EQ(global_domain.reclaim(), 0U);
  hazard.reset_protection();
  EXPECT_EQ(global_domain.reclaim(), 1U);
  EXPECT_TRUE(is_reclaimed(link));
}

}  // namespace
