// SPDX-License-Identifier: MIT
#include "testing/watchdog.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "testing/tasks.hpp"

namespace testing_support {
namespace {

using namespace std::chrono_literals;

constexpr auto look_every = 25ms;
constexpr int looks_until_hung = 40;
constexpr auto limit = 2min;

[[noreturn]] void fail(const std::string& test, const char* why,
                       std::size_t asleep, std::size_t awake) {
  std::printf(
      "%s\n  threads asleep: %zu, running: %zu\n[  FAILED  ] %s\n"
      " 1 FAILED TEST\n",
      why, asleep, awake, test.c_str());
  std::fflush(nullptr);
  std::_Exit(EXIT_FAILURE);
}

// Who waits for a child process, as a death test does, sleeps until it ends.
bool has_a_child() {
  siginfo_t child;
  return ::waitid(P_ALL, 0, &child, WEXITED | WNOHANG | WNOWAIT) == 0;
}

}  // namespace

void watchdog::OnTestStart(const testing::TestInfo& test) {
  ended_ = false;
  thread_ = std::thread{[this, name = std::string{test.test_suite_name()} +
                                      "." + test.name()] { watch(name); }};
}

void watchdog::OnTestEnd(const testing::TestInfo& /*test*/) {
  {
    const std::lock_guard lock{mutex_};
    ended_ = true;
  }
  test_ended_.notify_one();
  thread_.join();
}

void watchdog::watch(const std::string& test) {
  const pid_t self = ::gettid();
  const auto deadline = std::chrono::steady_clock::now() + limit;
  int still = 0;
  std::unique_lock lock{mutex_};
  while (!test_ended_.wait_for(lock, look_every, [this] { return ended_; })) {
    std::size_t asleep = 0;
    std::size_t awake = 0;
    for (const task& other : look_at_all()) {
      if (other.id == self || other.state == '\0') continue;
      ++(other.state == 'S' ? asleep : awake);
    }
    still = awake == 0 && !has_a_child() ? still + 1 : 0;
    if (still == looks_until_hung) {
      fail(test,
           "The test hangs: every thread sleeps, and nobody is left to wake "
           "one.",
           asleep, awake);
    }
    if (std::chrono::steady_clock::now() > deadline) {
      fail(test, "The test does not end: it has run for two minutes.", asleep,
           awake);
    }
  }
}

}  // namespace testing_support
