// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <atomic>
#include <deque>
#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace testing_support {

/// One step of a schedule: thread `thread` (the first is 1) runs until it
/// stands at `point`, and no other is let go meanwhile. Points that it comes by
/// on its way do not hold it.
///
/// Besides the points named in the code there are two that every thread has:
/// "asleep", where the kernel has put it to sleep (in a mutex, a condition
/// variable, a futex), and "end".
///
/// A thread that sleeps is woken by what other threads do, and then runs on by
/// itself to its next point. A step that finds its thread come to the point in
/// that way is done at once.
struct step {
  int thread;
  std::string point;
};

using schedule = std::vector<step>;

/// A named point in code under test: stops the calling thread until the stage
/// that directs it lets it go on. Does nothing in a thread without a stage.
///
/// @param point A string literal, or any other that outlives the stage.
void at(const char* point);

/// Runs threads in exactly the order of a schedule. That a thread sleeps is
/// read from the kernel, so no timing decides.
class stage {
 public:
  /// Starts a thread for each part and stops it at its beginning.
  explicit stage(std::vector<std::function<void()>> parts);

  /// Lets all threads go and waits for their ends. A thread that sleeps must
  /// have been woken before.
  ~stage();

  stage(stage&&) = delete;

  /// Plays the steps one after the other.
  ///
  /// @returns Nothing, or what is wrong with the first step that cannot be
  ///   played.
  [[nodiscard]] std::string play(const schedule& steps);

  /// Lets all threads go, past all points from now on, and waits until each
  /// sleeps or has ended.
  void open();

  /// Whether this thread sleeps in the kernel, outside of any point.
  [[nodiscard]] bool asleep(int thread) const;

  /// Whether this thread has come to its end.
  [[nodiscard]] bool ended(int thread) const;

  /// Where this thread is, in words.
  [[nodiscard]] std::string where(int thread) const;

 private:
  struct role {
    std::atomic<pid_t> id{0};
    // Where the thread has stopped; none while it runs or sleeps elsewhere.
    std::atomic<const char*> point{nullptr};
    // How often it has stopped, and how often it has been let go.
    std::atomic<int> stops{0};
    std::atomic<int> turns{0};
    std::atomic<bool> free{false};
    std::atomic<bool> ended{false};
    // The stop at which the last step of this thread ended.
    int last_step_at = 1;
    std::thread thread;

    void stop_at(const char* name);
    void go_on();
    [[nodiscard]] bool sleeps() const;
  };

  // The role that the calling thread plays; none outside of a stage.
  static thread_local role* own_role;
  friend void at(const char* point);

  [[nodiscard]] std::string perform(const step& next);
  void settle() const;
  [[nodiscard]] const role& role_of(int thread) const;

  // A deque, since the threads hold on to their roles.
  std::deque<role> roles_;
};

}  // namespace testing_support
