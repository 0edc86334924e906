// SPDX-License-Identifier: MIT
#include "fibers/endings.hpp"

#include <cxxabi.h>

#include <cstring>

#include "abi/specific.hpp"
#include "fibers/machine.hpp"

namespace interleave::engine {
namespace {

/// The layout that the C++ ABI gives `__cxa_eh_globals`.
struct Globals {
  void* caught;
  unsigned uncaught;
};

std::string name_of(unsigned thread) {
  return thread == 0 ? "main" : "thread " + std::to_string(thread);
}

bool waits_for_object(const Event& event) {
  return event.op.wait != Wait::never;
}

}  // namespace

ExceptionState::ExceptionState() {
  const auto* const globals =
      reinterpret_cast<const Globals*>(abi::__cxa_get_globals());
  caught_ = globals->caught;
  uncaught_ = globals->uncaught;
}

ExceptionState::~ExceptionState() {
  auto* const globals = reinterpret_cast<Globals*>(abi::__cxa_get_globals());
  globals->caught = caught_;
  globals->uncaught = uncaught_;
}

void run_destructors(Thread& thread) {
  while (!thread.destructors.empty()) {
    const Thread::Destructor last = thread.destructors.back();
    thread.destructors.pop_back();
    last.function(last.object);
  }
  run_key_destructors(thread);
}

Trouble explain_standstill(Machine& from) {
  Trouble result;
  result.kind = FailureKind::deadlock;
  std::string all;
  for (unsigned t = 0; t < from.threads(); ++t) {
    const Thread& thread = from.thread(t);
    if (thread.state != State::waits && thread.state != State::joins) {
      continue;
    }
    all += all.empty() ? "" : "; ";
    all += name_of(t);
    if (thread.state == State::joins) {
      all += " waits for the end of " + name_of(thread.joining);
      continue;
    }
    const Event& last = from.search.graph().last(t);
    if (waits_for_object(last)) {
      all += from.objects.describe_wait(last);
    } else {
      result.kind = FailureKind::endless_loop;
      all += " spins: it reads the newest value again and again";
    }
  }
  result.sentence =
      (result.kind == FailureKind::deadlock
           ? "no thread can go on: "
           : "a thread spins for ever on a value that nobody will change: ") +
      all;
  return result;
}

}  // namespace interleave::engine
