// SPDX-License-Identifier: MIT
#include "report/chronicle.hpp"

#include <algorithm>

#include "heap/bytes.hpp"
#include "report/arrange.hpp"
#include "report/symbolizer.hpp"

namespace interleave::engine {

Chronicle::Chronicle(Machine& from, const Recorder& recorder,
                     const Trouble& trouble)
    : machine_{from},
      trouble_{trouble},
      records_{arranged(from.search.graph(), recorder.records())} {
  std::vector<std::uintptr_t> addresses;
  for (const Record& record : records_) {
    if (shown(record)) {
      addresses.insert(addresses.end(), record.stack.begin(),
                       record.stack.end());
    }
  }
  for (const Block& block : from.arena.blocks()) {
    addresses.push_back(block.caller);
  }
  addresses.push_back(trouble.pc);
  addresses.insert(addresses.end(), recorder.failure_stack().begin(),
                   recorder.failure_stack().end());
  symbolizer().resolve(addresses);
  name_threads();
  for (const Record& record : records_) {
    if (shown(record)) {
      add_step(record);
    }
  }
  mark_culprits();
  note_modification_orders();
}

void Chronicle::name_threads() {
  for (unsigned t = 0; t < machine_.threads(); ++t) {
    execution_.threads.push_back(t == 0 ? "main"
                                        : "thread " + std::to_string(t));
  }
}

bool Chronicle::touches_trouble(const Record& record) const {
  const std::uintptr_t size = std::max<std::size_t>(trouble_.size, 1);
  return trouble_.address != 0 && record.address < trouble_.address + size &&
         trouble_.address <
             record.address + std::max<std::size_t>(record.size, 1);
}

bool Chronicle::shown(const Record& record) const {
  if (record.quiet) {
    return false;
  }
  if (record.what == Recorder::What::event) {
    const Event& event = machine_.search.graph().at(record.event);
    // The first way of a choice is that nothing of the kind happens.
    return event.op.kind != Kind::end &&
           (event.op.kind != Kind::choice || event.value != 0);
  }
  return record.what == Recorder::What::note || touches_trouble(record);
}

int Chronicle::step_of(Ref event) const {
  const auto found = steps_.find({event.thread, event.index});
  return found == steps_.end() ? -1 : found->second;
}

void Chronicle::add_step(const Record& record) {
  Step step;
  step.thread = record.thread;
  step.stack = symbolizer().stack(record.stack);
  if (!step.stack.empty()) {
    step.place = step.stack.front();
  }
  const int index = static_cast<int>(execution_.steps.size());
  if (record.what == Recorder::What::event) {
    const Event& event = machine_.search.graph().at(record.event);
    describe_event(step, event, record);
    steps_[{event.self.thread, event.self.index}] = index;
    if (event.rmw && event.op.kind == Kind::read) {
      steps_[{event.self.thread, event.self.index + 1U}] = index;
    }
  } else {
    step.plain = true;
    step.operation = !record.text.empty() ? record.text
                     : record.write       ? "write"
                                          : "read";
    step.location = describe_memory(record.address, record.size);
  }
  execution_.steps.push_back(std::move(step));
}

std::string Chronicle::value_text(Value value, unsigned size) const {
  if (Region::contains(value) || value >= Value{1} << 48) {
    if (size == 8 && Region::contains(value)) {
      return "&" + const_cast<Chronicle*>(this)->describe_memory(value, 1);
    }
  }
  // Nobody knows the type. What is little below zero is hardly meant as the
  // great number that it would be without a sign; bytes are most often flags.
  constexpr Value little = 4096;
  const Value negated = truncate(~value + 1, size);
  if (size >= 4 && value != 0 && negated <= little) {
    return "-" + std::to_string(negated);
  }
  return std::to_string(value);
}

void Chronicle::describe_event(Step& step, const Event& event,
                               const Record& record) {
  const bool object = !record.text.empty();
  step.operation = object ? record.text : operation_text(event);
  if (event.op.kind > Kind::fence) {
    return;
  }
  if (!object && event.op.weight == Weight::full) {
    step.order = order_text(event.order);
  }
  if (event.op.kind == Kind::fence) {
    return;
  }
  step.location = name_location(machine_.locations.identity(event.op.location));
  if (!object) {
    step.value = value_text(event.value, event.op.size);
  }
  const Graph& graph = machine_.search.graph();
  const Event* write = &event;
  if (event.op.kind == Kind::read) {
    describe_read(step, event);
    if (!event.rmw) {
      return;
    }
    write = &graph.at(
        {event.self.thread, static_cast<Index>(event.self.index + 1)});
    if (!object) {
      step.value += " -> " + value_text(write->value, event.op.size);
    }
  }
  step.modification = write->rank;
  stores_[event.op.location].push_back(write->self);
}

void Chronicle::describe_read(Step& step, const Event& event) {
  const Graph& graph = machine_.search.graph();
  if (!event.source.initial()) {
    const int source = step_of(event.source);
    if (source >= 0) {
      step.reads_from = static_cast<std::uint32_t>(source);
    }
  }
  Ref newest{};
  std::uint32_t rank = graph.rank_of(event.source);
  for (const Ref store : stores_[event.op.location]) {
    if (graph.at(store).rank > rank) {
      rank = graph.at(store).rank;
      newest = store;
    }
  }
  if (!newest.initial() && event.op.wait == Wait::never) {
    const int step_index = step_of(newest);
    if (step_index >= 0) {
      step.newer = static_cast<std::uint32_t>(step_index);
      step.note = "an older value; newer: " +
                  value_text(graph.at(newest).value, event.op.size);
    }
  }
  if (event.waiting != 0) {
    step.note += step.note.empty() ? "waits here" : "; waits here";
  }
}

}  // namespace interleave::engine
