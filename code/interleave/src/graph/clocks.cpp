// SPDX-License-Identifier: MIT
#include "graph/clocks.hpp"

namespace interleave::engine {
namespace {

void base_clocks(const Graph& graph, Event& event) {
  const Ref self = event.self;
  event.before = Clock{};
  event.prefix = Clock{};
  if (self.index == 0) {
    const Ref creator = graph.creator(self.thread);
    if (!creator.initial()) {
      event.before = graph.at(creator).before;
      event.prefix = graph.at(creator).prefix;
    }
  } else {
    const Event& previous =
        graph.at({self.thread, static_cast<Index>(self.index - 1)});
    event.before = previous.before;
    event.prefix = previous.prefix;
  }
}

void take_message(const Graph& graph, Event& event) {
  if (event.source.initial()) {
    return;
  }
  const Event& write = graph.at(event.source);
  event.prefix.join(write.prefix);
  if (acquires(event.order)) {
    event.before.join(write.message);
  }
}

void join_child(const Graph& graph, Event& event) {
  const auto child = static_cast<unsigned>(event.value);
  event.before.join(graph.last(child).before);
  event.prefix.join(graph.last(child).prefix);
}

}  // namespace

void pass(const Graph& graph, const Event& event, Fences& fences) {
  if (event.op.kind == Kind::read) {
    if (!event.source.initial() && !acquires(event.order)) {
      fences.acquired.join(graph.at(event.source).message);
    }
  } else if (is_fence(event.op) && releases(event.order)) {
    fences.released = event.before;
  }
}

void set_clocks(const Graph& graph, Event& event, Fences& fences) {
  base_clocks(graph, event);
  if (event.op.kind == Kind::read) {
    take_message(graph, event);
  } else if (is_fence(event.op) && acquires(event.order)) {
    event.before.join(fences.acquired);
  } else if (event.op.kind == Kind::join) {
    join_child(graph, event);
  }
  const auto count = static_cast<Index>(event.self.index + 1);
  event.before[event.self.thread] = count;
  event.prefix[event.self.thread] = count;
  if (event.op.kind == Kind::write) {
    event.message = releases(event.order) ? event.before : fences.released;
    if (event.rmw) {
      const Event& half = graph.at(
          {event.self.thread, static_cast<Index>(event.self.index - 1)});
      if (!half.source.initial()) {
        event.message.join(graph.at(half.source).message);
      }
    }
  }
  pass(graph, event, fences);
}

Fences fences_before(const Graph& graph, Ref event) {
  Fences result;
  for (Index i = 0; i < event.index; ++i) {
    pass(graph, graph.at({event.thread, i}), result);
  }
  return result;
}

}  // namespace interleave::engine
