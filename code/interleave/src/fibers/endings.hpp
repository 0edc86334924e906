// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "fibers/thread.hpp"
#include "fibers/trouble.hpp"

namespace interleave::engine {

class Machine;

/// Which threads wait for what, when none can go on.
Trouble explain_standstill(Machine& from);

/// Runs the destructors of a thread's thread-local objects.
void run_destructors(Thread& thread);

/// Puts the calling thread's exception state back when it goes: executions
/// that are dropped never leave their catch blocks.
class ExceptionState {
 public:
  ExceptionState();
  ~ExceptionState();
  ExceptionState(const ExceptionState&) = delete;
  ExceptionState& operator=(const ExceptionState&) = delete;

 private:
  void* caught_;
  unsigned uncaught_;
};

}  // namespace interleave::engine
