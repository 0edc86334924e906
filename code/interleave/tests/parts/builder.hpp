// SPDX-License-Identifier: MIT
#pragma once

#include "graph/clocks.hpp"
#include "graph/graph.hpp"

namespace interleave::engine {

/// Builds graphs by hand, for tests.
class Builder {
 public:
  Graph graph;

  Ref write(unsigned thread, LocationId location, Value value, Order order,
            std::uint32_t rank) {
    Event event = make(thread, Kind::write, order);
    event.op.location = location;
    event.value = value;
    event.rank = rank;
    return append(event);
  }

  Ref read(unsigned thread, LocationId location, Ref source, Order order) {
    Event event = make(thread, Kind::read, order);
    event.op.location = location;
    event.source = source;
    event.value = graph.value_of(location, source);
    return append(event);
  }

  /// The read half and the write half; returns the write.
  Ref update(unsigned thread, LocationId location, Ref source, Value value,
             Order order) {
    Event half = make(thread, Kind::read, order);
    half.op.location = location;
    half.op.update = Update::exchange;
    half.rmw = true;
    half.source = source;
    half.value = graph.value_of(location, source);
    append(half);
    Event event = make(thread, Kind::write, order);
    event.op.location = location;
    event.rmw = true;
    event.value = value;
    event.rank = graph.rank_of(source) + 1;
    return append(event);
  }

  Ref fence(unsigned thread, Order order) {
    return append(make(thread, Kind::fence, order));
  }

  Ref create(unsigned thread, unsigned child) {
    Event event = make(thread, Kind::create, Order::relaxed);
    event.value = child;
    return append(event);
  }

 private:
  Event make(unsigned thread, Kind kind, Order order) {
    graph.declare(7, 0);
    Event event;
    event.op.kind = kind;
    event.op.order = event.order = order;
    event.self = {static_cast<std::uint16_t>(thread), graph.size(thread)};
    return event;
  }

  Ref append(Event event) {
    Fences fences = fences_before(graph, event.self);
    set_clocks(graph, event, fences);
    event.stamp = ++stamp_;
    graph.append(event);
    return event.self;
  }

  std::uint32_t stamp_ = 0;
};

}  // namespace interleave::engine
