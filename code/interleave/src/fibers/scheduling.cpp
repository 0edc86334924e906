// SPDX-License-Identifier: MIT
// Who goes on, and what it means that nobody can.
#include "fibers/context.hpp"
#include "fibers/endings.hpp"
#include "fibers/machine.hpp"
#include "fibers/tls.hpp"
#include "search/revisit.hpp"

namespace interleave::engine {

/// The thread that goes on. One that would wait for a store is put off until
/// no other can: most often the store is there by then, and the executions in
/// which it waits in vain need not be begun.
Thread* Machine::pick() {
  const Graph& graph = search.graph();
  const bool replaying = remaining_ != 0;
  std::array<Thread*, max_threads> able{};
  unsigned found = 0;
  Thread* put_off = nullptr;
  for (unsigned t = 0; t < count_; ++t) {
    Thread& thread = threads_[t];
    const bool goes_on =
        thread.state == State::ready ||
        (thread.state == State::replays && executed(thread.awaited)) ||
        (thread.state == State::joins &&
         threads_[thread.joining].state == State::finished);
    if (!goes_on || (replaying && thread.position >= graph.size(t))) {
      continue;
    }
    if (search.walking() && !replaying) {
      able[found++] = &thread;
    } else if (replaying || thread.next == nullptr ||
               !search.would_wait(*thread.next)) {
      return &thread;
    } else if (put_off == nullptr) {
      put_off = &thread;
    }
  }
  return found == 0 ? put_off : able[search.random(found)];
}

void Machine::switch_to(Thread& next) {
  Thread* const old = self_;
  if (old == &next) {
    return;
  }
  self_ = &next;
  set_thread_pointer(next.tls);
  interleave_switch(&old->stack, next.stack);
}

void Machine::reschedule() {
  Thread* const next = pick();
  if (next == nullptr) {
    finish();
    return;
  }
  switch_to(*next);
}

void Machine::finish() {
  if (remaining_ != 0) {
    fail(FailureKind::nondeterministic,
         "the body is not deterministic: it did less than it did before when "
         "it read the same values",
         {});
  }
  const Ending ending = judge();
  if (ending == Ending::blocked && search.walking()) {
    // Someone waits on an old value; the newest is there to be read.
    rouse();
    reschedule();
    return;
  }
  stop(ending);
}

Ending Machine::judge() {
  bool all_finished = true;
  bool bounded = false;
  bool timed = false;
  for (unsigned t = 0; t < count_; ++t) {
    const Thread& thread = threads_[t];
    all_finished = all_finished && thread.state == State::finished;
    bounded = bounded || (thread.state == State::waits && thread.bounded);
    timed = timed || (thread.state == State::waits && thread.timed);
    if (thread.state == State::waits &&
        !waits_on_newest(search.graph(), search.graph().last(t).self)) {
      return Ending::blocked;
    }
  }
  if (all_finished) {
    return Ending::complete;
  }
  if (timed) {
    // No deadlock: its time will be up. Another execution has that.
    return Ending::dead;
  }
  if (bounded) {
    limit_reached =
        "a timed wait in a loop was left by its time twice, and no more";
    trouble.reset();
    return Ending::limit;
  }
  trouble = explain_standstill(*this);
  return Ending::failed;
}

}  // namespace interleave::engine
