// SPDX-License-Identifier: MIT
// What a new event takes at first, and what is left for later.
#include "search/search.hpp"

namespace interleave::engine {

/// Leaves for later that the read reads `source`, in each of its ways from
/// `first` on.
void Search::push_ways(Event& read, Ref source, unsigned first) {
  const Value value = graph().value_of(read.op.location, source);
  // A lock that was held then, and is past it now, waits for nothing.
  if (waits(read.op, value)) {
    return;
  }
  read.source = source;
  for (unsigned pick = first; pick < ways(read.op, value); ++pick) {
    read.pick = static_cast<std::uint8_t>(pick);
    push(Item::Way::source, read);
  }
}

void Search::choose_source(Event& read) {
  const LocationId location = read.op.location;
  const std::vector<Ref>& order = graph().accesses(location).order;
  const Ref self = read.self;
  // What the thread knows before it reads.
  Clock known;
  if (self.index > 0) {
    known =
        graph().at({self.thread, static_cast<Index>(self.index - 1)}).before;
  } else if (!graph().creator(self.thread).initial()) {
    known = graph().at(graph().creator(self.thread)).before;
  }
  const std::size_t first = graph().bound(location, known);
  const std::size_t last = order.size() - 1;
  if (const Script::Step* const step = script_.find(self)) {
    read.source = step->source;
    read.pick = step->pick;
    return;
  }
  if (read.op.wait == Wait::if_queued) {
    // One operation frees the thread, and it wakes up by that one.
    read.source = order[last];
    for (std::size_t k = first; k < last; ++k) {
      if (!waits(read.op, graph().value_of(location, order[k]))) {
        read.source = order[k];
      }
    }
    return;
  }
  if (walking()) {
    const std::size_t pick = first + random(last - first + 1);
    const bool taken =
        read.op.update != Update::none &&
        graph().consumed(location, static_cast<std::uint32_t>(pick));
    read.source = order[taken ? last : pick];
    read.pick = static_cast<std::uint8_t>(
        random(ways(read.op, graph().value_of(location, read.source))));
    return;
  }
  for (std::size_t k = first; k < last; ++k) {
    push_ways(read, order[k], 0);
  }
  push_ways(read, order[last], 1);
  read.source = order[last];
  read.pick = 0;
}

void Search::choose_place(Event& write) {
  const LocationId location = write.op.location;
  const auto last =
      static_cast<std::uint32_t>(graph().accesses(location).order.size());
  write.rank = last;
  std::uint32_t first = graph().bound(location, write.before) + 1;
  if (script_.find(write.self) != nullptr) {
    choose_scripted_place(write);
    return;
  }
  if (walking()) {
    const auto pick =
        static_cast<std::uint32_t>(first + random(last - first + 1));
    write.rank = graph().consumed(location, pick - 1) ? last : pick;
    return;
  }
  for (; first < last; ++first) {
    if (!graph().consumed(location, first - 1)) {
      Event other = write;
      other.rank = first;
      push(Item::Way::place, other);
    }
  }
}

/// Behind the writes that are to be before it in the end.
void Search::choose_scripted_place(Event& write) {
  const std::vector<Ref>& order = graph().accesses(write.op.location).order;
  const std::uint32_t rank = script_.find(write.self)->rank;
  write.rank = 1;
  while (write.rank < order.size()) {
    const Script::Step* const other = script_.find(order[write.rank]);
    if (other == nullptr || other->rank > rank) {
      break;
    }
    ++write.rank;
  }
}

}  // namespace interleave::engine
