// SPDX-License-Identifier: MIT
// What a body may not do.
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <threads.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csetjmp>
#include <csignal>
#include <ctime>
#include <thread>

#include "verdict.hpp"

using interleave::FailureKind;

TEST(Refused, Fork) {
  expect_fails([] { static_cast<void>(fork()); }, FailureKind::unsupported,
               "fork");
}

TEST(Refused, Processes) {
  expect_fails(
      [] {
        pid_t child = 0;
        char* none = nullptr;
        static_cast<void>(
            posix_spawn(&child, "/bin/true", nullptr, nullptr, &none, &none));
      },
      FailureKind::unsupported, "posix_spawn");
}

TEST(Refused, ThreadsThatItDoesNotSee) {
  expect_fails(
      [] {
        thrd_t thread{};
        thrd_create(&thread, [](void*) { return 0; }, nullptr);
      },
      FailureKind::unsupported, "threads.h");
  expect_fails([] { static_cast<void>(syscall(SYS_clone3, nullptr, 0)); },
               FailureKind::unsupported, "system call");
}

TEST(Refused, Signals) {
  expect_fails([] { std::signal(SIGUSR1, SIG_IGN); }, FailureKind::unsupported,
               "a signal handler");
  expect_fails([] { static_cast<void>(kill(getpid(), SIGUSR1)); },
               FailureKind::unsupported, "sending a signal");
  expect_fails([] { alarm(1); }, FailureKind::unsupported, "an alarm");
}

// Outside of an exploration all of them are the system's.
TEST(Refused, OnlyInside) {
  pid_t child = fork();
  if (child == 0) {
    _exit(7);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_EQ(WEXITSTATUS(status), 7);
  EXPECT_EQ(alarm(0), 0U);
  std::jmp_buf buffer;
  volatile int jumps = 0;
  if (setjmp(buffer) == 0) {
    jumps = jumps + 1;
    std::longjmp(buffer, 1);
  }
  EXPECT_EQ(jumps, 1);
  EXPECT_GT(std::clock(), -1);
}

TEST(Refused, LongJump) {
  expect_fails(
      [] {
        static std::jmp_buf buffer;
        if (setjmp(buffer) == 0) {
          std::longjmp(buffer, 1);
        }
      },
      FailureKind::unsupported, "longjmp");
}

TEST(Refused, NestedExploration) {
  expect_fails([] { interleave::explore([] {}); }, FailureKind::unsupported,
               "inside of an exploration");
}

TEST(Refused, ExplorationFromSeveralThreads) {
  std::atomic<int> refused{0};
  std::atomic<bool> first_runs{false};
  std::atomic<bool> done{false};
  std::thread other{[&] {
    while (!first_runs.load()) {
      std::this_thread::yield();
    }
    const auto result = interleave::explore([] {});
    refused += result.ok() ? 0 : 1;
    done.store(true);
  }};
  // The body waits for the real thread outside of the model: by counting.
  interleave::Options options;
  options.random_executions = 1'000'000'000;
  options.max_time = std::chrono::milliseconds{500};
  first_runs.store(true);
  interleave::explore([] { std::atomic<int>{0}.load(); }, options);
  other.join();
  EXPECT_EQ(refused.load(), 1);
}
