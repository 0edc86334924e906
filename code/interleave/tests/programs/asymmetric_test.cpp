// SPDX-License-Identifier: MIT
// Asymmetric fences (P1202): the light side is a compiler's fence, the heavy
// side a membarrier. A light one meets heavy ones and no others.
#include <linux/membarrier.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <thread>

#include "interleave/audit.hpp"
#include "verdict.hpp"

using interleave::FailureKind;

namespace {

void light() { std::atomic_signal_fence(std::memory_order_seq_cst); }
void heavy() {
  syscall(SYS_membarrier, MEMBARRIER_CMD_PRIVATE_EXPEDITED, 0, 0);
}
void full() { std::atomic_thread_fence(std::memory_order_seq_cst); }
void none() {}

constexpr auto relaxed = std::memory_order_relaxed;

/// Two threads that store and then look at what the other stored; one of them
/// must see the other.
template <void (*First)(), void (*Second)()>
void store_buffering() {
  std::atomic<int> x{0};
  std::atomic<int> y{0};
  int seen = 0;
  std::thread other{[&] {
    x.store(1, relaxed);
    First();
    seen = y.load(relaxed);
  }};
  y.store(1, relaxed);
  Second();
  const int mine = x.load(relaxed);
  other.join();
  interleave::require(mine == 1 || seen == 1, "one sees the other");
}

/// Whoever sees the second store must see the first.
template <void (*Writer)(), void (*Reader)()>
void message_passing() {
  std::atomic<int> data{0};
  std::atomic<int> flag{0};
  std::thread writer{[&] {
    data.store(1, relaxed);
    Writer();
    flag.store(1, relaxed);
  }};
  const int seen = flag.load(relaxed);
  Reader();
  const int got = data.load(relaxed);
  writer.join();
  interleave::require(seen == 0 || got == 1, "the flag brings the data");
}

}  // namespace

TEST(AsymmetricFences, ALightOneMeetsAHeavyOne) {
  expect_passes(store_buffering<light, heavy>);
  expect_passes(store_buffering<heavy, heavy>);
  expect_passes(store_buffering<full, heavy>);
  expect_passes(message_passing<heavy, light>);
}

TEST(AsymmetricFences, TwoLightOnesDoNotMeet) {
  expect_fails(store_buffering<light, light>, FailureKind::requirement);
  expect_fails(message_passing<light, light>, FailureKind::requirement);
}

// A light fence was once taken for a full one.
TEST(AsymmetricFences, ALightOneDoesNotMeetAFullOne) {
  expect_fails(store_buffering<light, full>, FailureKind::requirement);
  expect_fails(message_passing<full, light>, FailureKind::requirement);
}

TEST(AsymmetricFences, ALightOneDoesNotMeetSequentiallyConsistentAccesses) {
  const auto body = [] {
    std::atomic<int> x{0};
    std::atomic<int> y{0};
    int seen = 0;
    std::thread other{[&] {
      x.store(1);
      seen = y.load();
    }};
    y.store(1, relaxed);
    light();
    const int mine = x.load(relaxed);
    other.join();
    interleave::require(mine == 1 || seen == 1, "one sees the other");
  };
  expect_fails(body, FailureKind::requirement);
}

// What a light fence orders it orders for the membarrier's caller alone: it
// does not acquire what a relaxed load read.
TEST(AsymmetricFences, ALightOneDoesNotAcquire) {
  const auto body = [] {
    int data = 0;
    std::atomic<int> flag{0};
    std::thread writer{[&] {
      data = 1;
      flag.store(1, std::memory_order_release);
    }};
    if (flag.load(relaxed) == 1) {
      light();
      keep(data);
      interleave::require(data == 1, "the data is there");
    }
    writer.join();
  };
  expect_fails(body, FailureKind::race);
}

TEST(AsymmetricFences, TheAuditLeavesEachOut) {
  const interleave::AuditResult result =
      interleave::audit_orders(store_buffering<light, heavy>);
  ASSERT_TRUE(result.ok()) << result;
  EXPECT_EQ(result.sites().size(), 6U) << result;
  int fences = 0;
  for (const interleave::AuditedSite& site : result.sites()) {
    if (site.operation == "light fence" || site.operation == "membarrier") {
      ++fences;
      ASSERT_EQ(site.weaker.size(), 1U);
      EXPECT_TRUE(site.weaker[0].needed) << result;
    }
  }
  EXPECT_EQ(fences, 2);
}

TEST(AsymmetricFences, NoneAtAllDoesNotDo) {
  expect_fails(store_buffering<light, none>, FailureKind::requirement);
}
