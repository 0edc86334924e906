// SPDX-License-Identifier: MIT
#include "search/explorer.hpp"

#include <unistd.h>

#include "abi/interruption.hpp"
#include "abi/modules.hpp"
#include "fibers/machine.hpp"
#include "heap/leaks.hpp"
#include "report/chronicle.hpp"
#include "report/explain.hpp"
#include "report/recorder.hpp"

extern "C" char __libc_single_threaded;

namespace interleave::engine {

Result Explorer::run() {
  Modules::detect();
  start_ = std::chrono::steady_clock::now();
  if (prepare()) {
    // libstdc++ would count references without atomic operations.
    const char single = __libc_single_threaded;
    __libc_single_threaded = 0;
    {
      const Interruption interruption{options_.watchdog};
      const TerminateHandler handler;
      loop();
    }
    __libc_single_threaded = single;
  }
  return builder_.take();
}

bool Explorer::prepare() {
  const std::string refusal = machine.prepare(options_);
  if (!refusal.empty()) {
    builder_.refuse(refusal);
    return false;
  }
  if (options_.replay) {
    const std::optional<Script> script = Script::parse(*options_.replay);
    if (!script) {
      builder_.refuse("the id of the execution to replay is not one");
      return false;
    }
    machine.search.follow(*script);
    builder_.limit("one execution was replayed");
  } else if (options_.random_executions != 0) {
    machine.search.walk(options_.seed);
    builder_.random(options_.seed);
    builder_.limit("executions were picked at random");
  }
  return true;
}

void Explorer::loop() {
  do {
    Ending ending = machine.run(body_);
    if (ending == Ending::complete) {
      builder_.complete(machine);
      ending = leaks() ? Ending::failed : Ending::complete;
    }
    machine.undo();
    switch (ending) {
      case Ending::retry:
        machine.search.retry();
        continue;
      case Ending::failed:
        if (!keep_failure(describe_failure())) {
          return;
        }
        break;
      case Ending::limit:
        builder_.limit(describe_limit(machine));
        break;
      case Ending::blocked:
        builder_.blocked();
        break;
      case Ending::complete:
        if (all_ != nullptr) {
          const std::string outcome = builder_.outcome();
          all_->push_back({describe_complete(), outcome, {}, {}});
        }
        break;
      default:
        break;
    }
    ++runs_;
    if (!machine.search.next()) {
      return;
    }
  } while (within_limits());
}

/// Whether the execution leaves a heap block that nothing reaches.
bool Explorer::leaks() {
  if (!options_.leaks) {
    return false;
  }
  const Block* const leak = find_leak(machine.arena, machine.memory_undo,
                                      machine.thread_locals, machine.threads());
  if (leak == nullptr) {
    return false;
  }
  machine.trouble = Trouble{};
  machine.trouble->kind = FailureKind::leak;
  machine.trouble->sentence = "nothing reaches the heap block of " +
                              std::to_string(leak->size) +
                              " bytes that was allocated%1";
  machine.trouble->pc = leak->caller;
  machine.trouble->thread = leak->thread;
  machine.trouble->address = leak->address;
  machine.trouble->size = leak->size;
  return true;
}

/// Whether the exploration goes on.
bool Explorer::keep_failure(Failure failure) {
  if (all_ == nullptr) {
    builder_.fail(std::move(failure));
    return false;
  }
  all_->push_back({std::move(failure.execution),
                   {},
                   failure.kind,
                   std::move(failure.sentence)});
  return true;
}

bool Explorer::within_limits() {
  if (options_.random_executions != 0) {
    if (runs_ >= options_.random_executions) {
      return false;
    }
  }
  if (runs_ >= options_.max_executions) {
    builder_.limit("the limit of executions was reached");
    return false;
  }
  constexpr std::uint64_t often = 256;
  if (options_.max_time.count() != 0 && runs_ % often == 0 &&
      std::chrono::steady_clock::now() - start_ > options_.max_time) {
    builder_.limit("the limit of time was reached");
    return false;
  }
  return true;
}

/// Runs the failing execution once more, and notes all that happens.
Failure Explorer::describe_failure() {
  const Trouble first = *machine.trouble;
  Recorder recorder;
  const Ending ending = run_again(recorder);
  const Trouble trouble = ending == Ending::failed ? *machine.trouble : first;
  Chronicle chronicle{machine, recorder, trouble};
  Failure failure;
  failure.kind = trouble.kind;
  failure.sentence = explain(machine, chronicle, recorder, trouble);
  failure.execution = take(chronicle);
  return failure;
}

/// The same for one that completed.
Execution Explorer::describe_complete() {
  Recorder recorder;
  run_again(recorder);
  const Trouble none;
  Chronicle chronicle{machine, recorder, none};
  return take(chronicle);
}

Ending Explorer::run_again(Recorder& recorder) {
  machine.recorder = &recorder;
  const Ending ending = machine.run(body_);
  machine.recorder = nullptr;
  return ending;
}

Execution Explorer::take(Chronicle& chronicle) {
  Execution execution = chronicle.take();
  execution.id = Script::of(machine.search.graph()).text();
  machine.undo();
  return execution;
}

}  // namespace interleave::engine
