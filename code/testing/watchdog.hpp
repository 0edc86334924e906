// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace testing_support {

/// Turns a test that hangs into one that fails.
///
/// A test hangs if all its threads sleep, look after look, for a second, and it
/// has no child process: nobody is left to wake them. No test of ours sleeps
/// that long on purpose. A thread that is held up by a busy machine does not
/// sleep in this sense, so load does not make a test fail. Apart from that
/// there is a limit of two minutes, for loops that never end.
///
/// Nothing can be done with the threads that hang, so the watchdog reports the
/// test as failed and ends the program.
class watchdog : public testing::EmptyTestEventListener {
 public:
  void OnTestStart(const testing::TestInfo& test) override;
  void OnTestEnd(const testing::TestInfo& test) override;

 private:
  void watch(const std::string& test);

  std::thread thread_;
  std::mutex mutex_;
  std::condition_variable test_ended_;
  bool ended_ = false;
};

}  // namespace testing_support
