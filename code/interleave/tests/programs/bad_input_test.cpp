// SPDX-License-Identifier: MIT
#undef NDEBUG  // assert is under test, in every build
#include <unistd.h>

#include <atomic>
#include <cassert>
#include <csetjmp>
#include <csignal>
#include <cstdlib>
#include <semaphore>
#include <stdexcept>
#include <thread>

#include "verdict.hpp"

using interleave::FailureKind;

namespace {

int deep(int n) {
  volatile char space[512] = {};
  space[0] = static_cast<char>(n);
  return deep(n + 1) + space[0];
}

}  // namespace

TEST(Endless, ASpinOnAValueThatNobodyChanges) {
  expect_fails(
      [] {
        std::atomic<int> flag{0};
        keep(flag);
        while (flag.load(std::memory_order_acquire) == 0) {
        }
      },
      FailureKind::endless_loop, "spins for ever");
}

// Once such a loop was taken for a wait on an older value if a later operation
// had made it spin: what an update writes itself was something newer.
TEST(Endless, AnUpdateThatSpinsAfterALaterOneIsFound) {
  expect_fails(
      [] {
        std::atomic<int> x{0};
        std::atomic<int> y{0};
        std::counting_semaphore<1> token{0};
        std::thread first{[&] {
          static_cast<void>(x.load());
          static_cast<void>(y.fetch_add(1));
          static_cast<void>(x.fetch_add(1));
        }};
        std::thread second{[&] { token.release(); }};
        token.acquire();
        while (x.exchange(1) != 0) {
        }
        first.join();
        second.join();
      },
      FailureKind::endless_loop, "spins for ever");
}

TEST(Endless, AWaitForAStoreThatComesIsNone) {
  const auto result = expect_passes([] {
    std::atomic<int> flag{0};
    std::thread other{[&] { flag.store(1, std::memory_order_release); }};
    while (flag.load(std::memory_order_acquire) == 0) {
    }
    other.join();
  });
  EXPECT_EQ(result.executions(), 1U);
}

TEST(Endless, ABoundedSpinIsExploredToItsEnd) {
  const auto result = expect_passes([] {
    std::atomic<int> flag{0};
    std::thread other{[&] { flag.store(1, std::memory_order_release); }};
    int tries = 0;
    while (tries < 3 && flag.load(std::memory_order_acquire) == 0) {
      ++tries;
    }
    interleave::observe(std::to_string(tries));
    other.join();
  });
  EXPECT_EQ(result.outcomes().size(), 4U);
}

TEST(Endless, ALoopWithoutAtomicOperations) {
  interleave::Options options;
  options.watchdog = std::chrono::milliseconds{100};
  expect_fails(
      [] {
        volatile int n = 0;
        for (;;) {
          n = n + 1;
        }
      },
      FailureKind::endless_loop, "bad_input_test.cpp:", options);
}

TEST(Crash, NullPointer) {
  expect_fails(
      [] {
        volatile int* volatile p = nullptr;
        *p = 1;
      },
      FailureKind::crash, "bad_input_test.cpp:");
}

TEST(Crash, StackOverflow) {
  expect_fails([] { std::thread{[] { deep(0); }}.join(); }, FailureKind::crash,
               "stack overflows");
}

TEST(Abort, Assertion) {
  expect_fails([] { assert(1 + 1 == 3); }, FailureKind::assertion,
               "1 + 1 == 3");
}

TEST(Abort, UncaughtInAThread) {
  expect_fails(
      [] { std::thread{[] { throw std::runtime_error{"lost"}; }}.join(); },
      FailureKind::exception, "lost");
}

TEST(Abort, UncaughtInTheBody) {
  expect_fails([] { throw std::runtime_error{"lost"}; }, FailureKind::exception,
               "lost");
}

TEST(Abort, CaughtIsFine) {
  expect_passes([] {
    std::atomic<int> x{0};
    std::thread other{[&] {
      try {
        x.store(1);
        throw std::runtime_error{"caught"};
      } catch (const std::exception&) {
        x.store(2);
      }
    }};
    static_cast<void>(x.load());
    other.join();
  });
}

TEST(Abort, ThreadThatIsNotJoined) {
  expect_fails([] { const std::thread forgotten{[] {}}; },
               FailureKind::assertion, "neither joined nor detached");
}

TEST(Expectation, OfGoogleTest) {
  expect_fails([] { EXPECT_EQ(1 + 1, 3) << "sum"; }, FailureKind::expectation,
               "bad_input_test.cpp:");
  EXPECT_FALSE(testing::Test::HasFailure());
}

TEST(NotDeterministic, IsReported) {
  static int calls = 0;
  expect_fails(
      [] {
        std::atomic<int> a{0};
        std::atomic<int> b{0};
        std::thread other{[&] { a.store(1); }};
        // The checker puts back what the body writes; a volatile address
        // taken from the C library is out of its sight.
        const bool odd = (getppid() + ++*std::addressof(calls)) < 0;
        static_cast<void>(odd);
        if (std::getenv("INTERLEAVE_TEST_FLIP") == nullptr) {
          setenv("INTERLEAVE_TEST_FLIP", "1", 1);
          static_cast<void>(a.load());
        } else {
          static_cast<void>(b.load());
        }
        other.join();
      },
      FailureKind::nondeterministic, "not deterministic");
  unsetenv("INTERLEAVE_TEST_FLIP");
}

TEST(Limits, AreSaid) {
  interleave::Options options;
  options.max_executions = 1;
  const auto result = interleave::explore(
      [] {
        std::atomic<int> x{0};
        std::thread other{[&] { x.store(1); }};
        static_cast<void>(x.load());
        other.join();
      },
      options);
  EXPECT_TRUE(result.ok());
  EXPECT_FALSE(result.exhaustive());
  EXPECT_NE(result.not_exhaustive().find("limit of executions"),
            std::string::npos);
}

TEST(Limits, OfEventsHasAPlace) {
  interleave::Options options;
  options.max_events = 50;
  const auto result = interleave::explore(
      [] {
        std::atomic<int> x{0};
        keep(x);
        for (int k = 0; k < 100; ++k) {
          x.store(k);
        }
      },
      options);
  EXPECT_NE(result.not_exhaustive().find("bad_input_test.cpp:"),
            std::string::npos)
      << result.not_exhaustive();
}

TEST(Endless, AWaitForTwoValuesAtOnceMayReadAnOlderOne) {
  const auto result = expect_passes([] {
    std::atomic<int> a{0};
    std::atomic<int> b{0};
    std::thread first{[&] { a.store(1, std::memory_order_relaxed); }};
    std::thread second{[&] { b.store(1, std::memory_order_relaxed); }};
    int seen_a = 0;
    int seen_b = 0;
    do {
      seen_a = a.load(std::memory_order_relaxed);
      seen_b = b.load(std::memory_order_relaxed);
    } while (seen_b == 0);
    interleave::observe(seen_a == 0 ? "a is old" : "a is new");
    first.join();
    second.join();
  });
  EXPECT_TRUE(result.outcomes().contains("a is old"));
  EXPECT_TRUE(result.outcomes().contains("a is new"));
}
