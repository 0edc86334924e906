// SPDX-License-Identifier: MIT
#include "fibers/machine.hpp"

#include <cxxabi.h>

#include <cstring>
#include <exception>
#include <typeinfo>

#include "fibers/context.hpp"
#include "fibers/endings.hpp"
#include "fibers/tls.hpp"
#include "report/recorder.hpp"

namespace interleave::engine {

Machine machine;

std::string Machine::prepare(const Options& wanted) {
  options = wanted;
  detect_thread_pointer();
  if (!Region::map() || !Shadow::map()) {
    return "the checker's memory could not be mapped at its fixed addresses";
  }
  const unsigned most = std::min(options.max_threads, max_threads);
  for (unsigned t = 0; t < most; ++t) {
    threads_[t].tls = ParkedThreads::pointer(t);
    if (threads_[t].tls == 0) {
      return "the system does not give the checker enough threads";
    }
    // Those of the others are as they were when their threads began.
    if (t == 0 || !thread_locals.saved(t)) {
      thread_locals.save(t, threads_[t].tls);
    }
  }
  search.reset();
  search.spins().clear();
  locations.clear();
  children_.clear();
  names_ = 1;
  limit_reached.clear();
  trouble.reset();
  return {};
}

Ending Machine::run(const std::function<void()>& body) {
  shadow.begin();
  arena.begin();
  locations.begin();
  objects.begin();
  body_ = &body;
  for (unsigned t = 0; t < max_threads; ++t) {
    threads_[t].state = State::unused;
    threads_[t].position = 0;
  }
  count_ = 1;
  remaining_ = search.graph().size();
  ending_ = Ending::failed;
  overdue = false;
  launch(threads_[0], 0, run_body, nullptr);
  self_ = &threads_[0];
  ++progress;
  const ExceptionState exceptions;
  busy = true;
  interleave_switch(&engine_stack_, self_->stack);
  busy = false;
  return ending_;
}

void Machine::undo() {
  memory_undo.restore();
  for (unsigned t = 0; t < count_; ++t) {
    thread_locals.restore(t);
  }
}

void* Machine::run_body(void*) {
  (*machine.body_)();
  return nullptr;
}

void Machine::launch(Thread& thread, ThreadId id, Thread::Entry entry,
                     void* argument) {
  thread.begin(id, entry, argument);
  thread.stack = prepare_stack(Region::stack(id) + Region::stack_size, enter);
  if (id != 0) {
    ParkedThreads::forget_exceptions(id);
  }
}

void Machine::enter() {
  Thread& thread = machine.self();
  thread.started = true;
  machine.busy = false;
  try {
    thread.result = thread.entry(thread.argument);
    run_destructors(thread);
  } catch (const std::exception& caught) {
    const Busy busy;
    machine.fail(FailureKind::exception,
                 std::string{"an exception left the thread: "} + caught.what(),
                 {});
  } catch (...) {
    const Busy busy;
    machine.fail(FailureKind::exception,
                 "an exception that is no std::exception left the thread", {});
  }
  machine.busy = true;
  Operation op;
  op.kind = Kind::end;
  machine.effect();
  machine.perform(op, {});
  thread.state = State::finished;
  machine.reschedule();
  __builtin_unreachable();
}

void Machine::stop(Ending ending) {
  ending_ = ending;
  set_thread_pointer(threads_[0].tls);
  void* dropped = nullptr;
  interleave_switch(&dropped, engine_stack_);
  __builtin_unreachable();
}

void Machine::fail(Trouble&& found) {
  found.thread = self_->id;
  if (recorder != nullptr) {
    recorder->failure(found.pc);
  }
  trouble = std::move(found);
  stop(Ending::failed);
}

void Machine::fail(FailureKind kind, std::string sentence, Site site) {
  Trouble found;
  found.kind = kind;
  found.sentence = std::move(sentence);
  found.pc = site.pc;
  fail(std::move(found));
}

}  // namespace interleave::engine
