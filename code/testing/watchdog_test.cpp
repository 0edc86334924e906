// SPDX-License-Identifier: MIT
#include "testing/watchdog.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <thread>

namespace {

using namespace std::chrono_literals;

TEST(Watchdog, ATestWhoseThreadsAllSleepFails) {
#if defined(LOCKSMITH_EMULATED)
  GTEST_SKIP() << "the emulator starts no threads in a forked process";
#endif
  const auto hang = [] {
    testing_support::watchdog watchdog;
    watchdog.OnTestStart(
        *testing::UnitTest::GetInstance()->current_test_info());
    ::pause();
  };
  EXPECT_EXIT(hang(), testing::ExitedWithCode(EXIT_FAILURE), "");
}

// The bug: a death test whose child took more than a second, as under a
// sanitizer beside other work, was taken for a test that hangs.
TEST(Watchdog, ATestThatWaitsForAChildDoesNotHang) {
  const pid_t child = ::fork();
  ASSERT_NE(child, -1);
  if (child == 0) {
    std::this_thread::sleep_for(1500ms);
    std::_Exit(EXIT_SUCCESS);
  }
  int status = -1;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, EXIT_SUCCESS);
}

}  // namespace
