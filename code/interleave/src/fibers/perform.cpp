// SPDX-License-Identifier: MIT
#include "fibers/machine.hpp"
#include "report/recorder.hpp"

namespace interleave::engine {
namespace {

/// Equal for the same operation at the same place in the same calls.
std::uint64_t signature(const Operation& op, std::uint64_t site) {
  const auto shape = static_cast<std::uint64_t>(op.kind) |
                     static_cast<std::uint64_t>(op.order) << 8 |
                     static_cast<std::uint64_t>(op.update) << 16 |
                     static_cast<std::uint64_t>(op.location) << 32;
  return mix(mix(site, shape), op.operand ^ op.expected * 31);
}

}  // namespace

const Event& Machine::perform(const Operation& op, Site site) {
  for (;;) {
    Event& event = perform_once(op, site);
    if (event.waiting == 0) {
      return event;
    }
    wait_for_change();
    event.waiting = 0;
  }
}

Event& Machine::perform_once(Operation op, Site site) {
  Thread& thread = *self_;
  Graph& graph = search.graph();
  const std::uint64_t place = mix(site.pc, thread.calls.hash());
  op.context = mix(thread.context, place);
  std::uint64_t spin = 0;
  const bool old = thread.position < graph.size(thread.id);
  const bool may_spin = op.wait == Wait::never &&
                        (op.kind == Kind::read || op.kind == Kind::fence);
  if (may_spin) {
    spin = signature(op, place);
    if (!old && meets_spin(spin)) {
      return tried_;
    }
  } else if (thread.spins.trying()) {
    end_trial(0);
  }
  ++progress;
  if (old) {
    replay(op, site);
  } else {
    extend(op, site);
  }
  // A switch of level may have moved the graph; it has not, within a run.
  const Ref ref{thread.id, thread.position};
  Event& event = graph.at(ref);
  keep_time(event);
  ++thread.position;
  thread.before = event.before;
  thread.context = mix(op.context, event.value);
  if (old) {
    pass(graph, event, thread.fences);
    --remaining_;
  }
  bool changes = op.kind == Kind::write;
  if (event.rmw && op.kind == Kind::read) {
    const Event& half =
        graph.at({ref.thread, static_cast<Index>(ref.index + 1)});
    changes = half.value != event.value;
    graph.at(half.self).time = thread.time;
    ++thread.position;
    thread.before = half.before;
    remaining_ -= old ? 1 : 0;
  }
  if (recorder != nullptr) {
    recorder->event(thread, event, site);
  }
  if (event.waiting != 0) {
    return event;
  }
  if (may_spin && !changes) {
    thread.spins.add({spin, op.location, event.value,
                      static_cast<std::uint8_t>(event.rmw ? 2 : 1), event.rmw});
  } else {
    thread.spins.effect();
  }
  return event;
}

/// Virtual time never runs against what a thread can know.
void Machine::keep_time(Event& event) {
  const Graph& graph = search.graph();
  std::uint64_t& time = self_->time;
  if (event.op.kind == Kind::read && !event.source.initial()) {
    time = std::max(time, graph.at(event.source).time);
  } else if (event.op.kind == Kind::join) {
    time = std::max(time, threads_[event.value].time);
  }
  event.time = time;
}

void Machine::replay(const Operation& op, Site site) {
  Thread& thread = *self_;
  const Event& event = search.graph().at({thread.id, thread.position});
  if (event.op != op) {
    if (recorder != nullptr) {
      recorder->mismatch(thread, event, site);
    }
    Trouble found;
    found.kind = FailureKind::nondeterministic;
    found.sentence =
        "the body is not deterministic: having read the same values, it does "
        "something else%1";
    found.pc = site.pc;
    fail(std::move(found));
  }
  if (op.kind == Kind::read) {
    while (!executed(event.source)) {
      thread.awaited = event.source;
      thread.state = State::replays;
      reschedule();
    }
  } else if (op.kind == Kind::join) {
    const auto child = static_cast<ThreadId>(event.value);
    while (threads_[child].state != State::finished) {
      thread.joining = child;
      thread.state = State::joins;
      reschedule();
    }
  }
  thread.state = State::ready;
}

void Machine::extend(const Operation& op, Site site) {
  Thread& thread = *self_;
  if (thread.position >= options.max_events) {
    limit_reached = "a thread reached the limit of events%1";
    Trouble where;
    where.pc = site.pc;
    where.thread = thread.id;
    trouble = where;
    stop(Ending::limit);
  }
  if (op.kind == Kind::join) {
    thread.joining = joined_;
    thread.state = State::joins;
  }
  const unsigned child = joined_;
  if (op.kind == Kind::read) {
    thread.awaited = search.scripted_source(thread.id);
    thread.state = executed(thread.awaited) ? State::ready : State::replays;
  }
  thread.next = &op;
  for (;;) {
    Thread* const next = pick();
    if (next == nullptr) {
      finish();
      continue;
    }
    if (next == &thread && remaining_ == 0) {
      break;
    }
    switch_to(*next);
  }
  thread.next = nullptr;
  thread.state = State::ready;
  bool alive = true;
  switch (op.kind) {
    case Kind::read:
      alive = search.add_read(thread.id, op, thread.fences);
      break;
    case Kind::write:
      alive = search.add_write(thread.id, op, thread.fences);
      break;
    case Kind::choice:
      search.add_choice(thread.id, op, thread.fences);
      break;
    default:
      search.add_plain(thread.id, op, child, thread.fences);
      break;
  }
  if (!alive) {
    stop(Ending::dead);
  }
  if (search.walking() &&
      search.graph().last(thread.id).op.kind == Kind::write) {
    rouse();
  }
}

/// Waits for good, but where nothing else would take up what comes later: in
/// a walk the thread tries again after each write, in a replay as the script
/// has it.
void Machine::wait_for_change() {
  if (search.scripted({self_->id, self_->position})) {
    return;
  }
  self_->state = State::waits;
  reschedule();
}

void Machine::rouse() {
  for (unsigned t = 0; t < count_; ++t) {
    if (threads_[t].state == State::waits) {
      threads_[t].state = State::ready;
    }
  }
}

}  // namespace interleave::engine
