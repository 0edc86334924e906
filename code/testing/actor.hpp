// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <atomic>
#include <functional>
#include <thread>

namespace testing_support {

/// A thread that a test directs: the test can wait until it sleeps, so that
/// "T1 waits, then T2 releases" is an order and not a hope.
class actor {
 public:
  explicit actor(std::function<void()> part);

  ~actor() { join(); }
  actor(actor&&) = delete;

  /// Whether the thread sleeps in the kernel at this moment.
  [[nodiscard]] bool asleep() const;

  /// Waits until the thread sleeps in the kernel or has ended. Between two
  /// looks it yields; how long it takes decides nothing.
  void until_asleep() const;

  /// Whether the part has been played to its end.
  [[nodiscard]] bool done() const { return done_.load(); }

  void join() {
    if (thread_.joinable()) thread_.join();
  }

 private:
  std::atomic<pid_t> id_{0};
  std::atomic<bool> done_{false};
  // Last, so that the thread finds the other members made.
  std::thread thread_;
};

}  // namespace testing_support
