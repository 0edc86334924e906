// SPDX-License-Identifier: MIT
#include "search/revisit.hpp"
#include "search/search.hpp"

namespace interleave::engine {

Event Search::make(ThreadId thread, const Operation& op) const {
  Event event;
  event.op = op;
  event.order = op.order;
  event.self = {thread, graph().size(thread)};
  return event;
}

/// Sets all that depends on the value which the read's source gives it.
void Search::take_value(Event& read) const {
  const Operation& op = read.op;
  read.value = graph().value_of(op.location, read.source);
  read.waiting = waits(op, read.value)
                     ? 1
                     : spins_.find(mix(op.context, read.value)).waits();
  read.rmw = read.waiting == 0 && writes_after(op, read.value);
  const bool failed = !read.rmw && (op.update == Update::compare ||
                                    op.update == Update::compare_fails);
  read.order = failed ? op.failure : op.order;
}

bool Search::would_wait(const Operation& op) const {
  if (mode_ != Mode::exhaust || op.kind != Kind::read) {
    return false;
  }
  const Value value =
      graph().value_of(op.location, graph().accesses(op.location).order.back());
  return waits(op, value) || spins_.find(mix(op.context, value)).waits() != 0;
}

void Search::push(Item::Way way, const Event& event, Ref read) {
  if (mode_ != Mode::exhaust) {
    return;
  }
  levels_[depth_]->items.push_back({way, graph().mark(), event, read});
}

bool Search::add_read(ThreadId thread, const Operation& op, Fences& fences) {
  Event read = make(thread, op);
  choose_source(read);
  take_value(read);
  const Fences before = fences;
  set_clocks(graph(), read, fences);
  read.stamp = ++stamp_;
  graph().append(read);
  if (walking() && !sc_.consistent(graph())) {
    // The newest is always consistent; what else a walk picks may not be.
    graph().rewind(graph().mark() - 1);
    fences = before;
    read.source = graph().accesses(op.location).order.back();
    read.pick = 0;
    take_value(read);
    set_clocks(graph(), read, fences);
    graph().append(read);
  }
  if (exhausting() && settled(graph(), read.self)) {
    return false;
  }
  return finish_update(read.self, fences);
}

bool Search::finish_update(Ref ref, Fences& fences) {
  const Event& read = graph().at(ref);
  if (!read.rmw) {
    return true;
  }
  Event write = make(static_cast<ThreadId>(ref.thread), read.op);
  write.op.kind = Kind::write;
  write.rmw = true;
  write.value = updated(read.op, read.value, read.pick);
  set_clocks(graph(), write, fences);
  write.stamp = ++stamp_;
  const std::uint32_t rank = graph().rank_of(read.source);
  push_revisits(write);
  if (graph().consumed(read.op.location, rank)) {
    return false;
  }
  write.rank = rank + 1;
  graph().append(write);
  return true;
}

void Search::push_revisits(const Event& write) {
  if (mode_ != Mode::exhaust) {
    return;
  }
  const std::vector<Ref>& reads = graph().accesses(write.op.location).reads;
  for (const Ref read : reads) {
    if (may_revisit(graph(), write, graph().at(read))) {
      push(Item::Way::revisit, write, read);
    }
  }
}

Ref Search::scripted_source(ThreadId thread) const {
  const Script::Step* const step = script_.find({thread, graph().size(thread)});
  return step == nullptr ? initial_write : step->source;
}

bool Search::add_write(ThreadId thread, const Operation& op, Fences& fences) {
  Event write = make(thread, op);
  write.value = op.operand;
  set_clocks(graph(), write, fences);
  write.stamp = ++stamp_;
  choose_place(write);
  push_revisits(write);
  graph().append(write);
  if (walking() && !sc_.consistent(graph())) {
    graph().rewind(graph().mark() - 1);
    write.rank =
        static_cast<std::uint32_t>(graph().accesses(op.location).order.size());
    graph().append(write);
  }
  return true;
}

void Search::add_plain(ThreadId thread, const Operation& op, Value value,
                       Fences& fences) {
  Event event = make(thread, op);
  event.value = value;
  set_clocks(graph(), event, fences);
  event.stamp = ++stamp_;
  graph().append(event);
}

void Search::add_choice(ThreadId thread, const Operation& op, Fences& fences) {
  Event event = make(thread, op);
  set_clocks(graph(), event, fences);
  event.stamp = ++stamp_;
  if (const Script::Step* const step = script_.find(event.self)) {
    event.value = step->value;
  } else if (walking()) {
    event.value = random(op.operand);
  } else {
    for (Value k = op.operand; k-- > 1;) {
      event.value = k;
      push(Item::Way::option, event);
    }
    event.value = 0;
  }
  graph().append(event);
}

}  // namespace interleave::engine
