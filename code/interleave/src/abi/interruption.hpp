// SPDX-License-Identifier: MIT
#pragma once

#include <signal.h>

#include <array>
#include <chrono>
#include <cstdint>

namespace interleave::engine {

/// While it lives: signals that end a program end the execution instead, and a
/// thread that runs for too long without an event is stopped.
class Interruption {
 public:
  explicit Interruption(std::chrono::milliseconds limit);
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

 private:
  static void crash(int signal, siginfo_t* info, void* context);
  static void tick(int signal, siginfo_t* info, void* context);
  /// Makes the interrupted fiber go on in `give_up`, whatever it was doing.
  static void divert(void* context);
  static void give_up();

  static constexpr std::array<int, 5> crashes{SIGSEGV, SIGBUS, SIGFPE, SIGILL,
                                              SIGTRAP};
  std::array<struct sigaction, crashes.size()> old_{};
  struct sigaction old_tick_{};
  stack_t old_stack_{};
  timer_t timer_{};
  bool has_timer_ = false;
};

/// While it lives, std::terminate ends the execution.
class TerminateHandler {
 public:
  TerminateHandler();
  ~TerminateHandler();
  TerminateHandler(const TerminateHandler&) = delete;
  TerminateHandler& operator=(const TerminateHandler&) = delete;
};

}  // namespace interleave::engine
