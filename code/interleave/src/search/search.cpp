// SPDX-License-Identifier: MIT
#include "search/search.hpp"

#include "search/revisit.hpp"

namespace interleave::engine {

Search::Search() { reset(); }

void Search::reset() {
  depth_ = 0;
  if (levels_.empty()) {
    levels_.push_back(std::make_unique<Level>());
  }
  graph().clear();
  levels_[0]->items.clear();
  stamp_ = 0;
  start_mark_ = 0;
  start_items_ = 0;
  mode_ = Mode::exhaust;
  script_ = Script{};
}

void Search::walk(std::uint64_t seed) {
  mode_ = Mode::walk;
  random_state_ = seed;
}

void Search::follow(const Script& script) {
  mode_ = Mode::follow;
  script_ = script;
}

std::uint64_t Search::random(std::uint64_t bound) {
  // splitmix64; the bounds are tiny, so the remainder's bias is nothing.
  random_state_ += 0x9e3779b97f4a7c15U;
  std::uint64_t z = random_state_;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
  return (z ^ (z >> 31)) % bound;
}

bool Search::next() {
  if (mode_ != Mode::exhaust) {
    graph().clear();
    stamp_ = 0;
    return mode_ == Mode::walk;
  }
  for (;;) {
    std::vector<Item>& items = levels_[depth_]->items;
    if (items.empty()) {
      if (depth_ == 0) {
        return false;
      }
      --depth_;
      continue;
    }
    const Item item = items.back();
    items.pop_back();
    graph().rewind(item.mark);
    stamp_ = graph().size() == 0 ? 0 : graph().at(graph().trace().back()).stamp;
    if (item.way == Item::Way::revisit) {
      enter_level(item);
    } else if (take_up(item)) {
      start_mark_ = graph().mark();
      start_items_ = levels_[depth_]->items.size();
      return true;
    }
  }
}

void Search::retry() {
  graph().rewind(start_mark_);
  levels_[depth_]->items.resize(start_items_);
}

bool Search::take_up(const Item& item) {
  Event event = item.event;
  event.stamp = ++stamp_;
  if (item.way != Item::Way::source) {
    graph().append(event);
    if (item.way == Item::Way::option) {
      return true;
    }
    if (!sc_.consistent(graph())) {
      return false;
    }
    // The read that this write revisited may be half of an update.
    return item.read.initial() || take_up_revisited(item.read, item.pick);
  }
  Fences fences = fences_before(graph(), event.self);
  take_value(event);
  set_clocks(graph(), event, fences);
  graph().append(event);
  if (!sc_.consistent(graph()) || settled(graph(), event.self)) {
    return false;
  }
  return finish_update(event.self, fences);
}

void Search::enter_level(const Item& item) {
  const Graph& old = graph();
  const Event& write = item.event;
  if (depth_ + 1 == levels_.size()) {
    levels_.push_back(std::make_unique<Level>());
  }
  Level& level = *levels_[depth_ + 1];
  level.items.clear();
  level.graph.restrict_from(old, old.at(item.read).stamp, write.prefix);
  ++depth_;

  Graph& graph = level.graph;
  // The read's clocks ask for the write, so it must stand there for a moment.
  Event placed = write;
  placed.stamp = ++stamp_;
  const LocationId location = write.op.location;
  const std::size_t base = graph.mark();
  placed.rank =
      static_cast<std::uint32_t>(graph.accesses(location).order.size());
  graph.append(placed);
  Event& read = graph.at(item.read);
  const bool was_sc = is_sc(read.order);
  read.source = write.self;
  take_value(read);
  Fences fences = fences_before(graph, item.read);
  set_clocks(graph, read, fences);
  graph.change_sc(was_sc, is_sc(read.order));
  const unsigned choices = read.waiting != 0 ? 1 : ways(read.op, read.value);
  graph.rewind(base);

  // Every place that coherence leaves to the write; the newest comes first.
  const std::vector<Ref>& order = graph.accesses(location).order;
  std::uint32_t first = graph.bound(location, write.before) + 1;
  auto last = static_cast<std::uint32_t>(order.size());
  if (write.rmw) {
    const Ref half{write.self.thread, static_cast<Index>(write.self.index - 1)};
    first = last = graph.rank_of(graph.at(half).source) + 1;
  }
  for (std::uint32_t rank = first; rank <= last; ++rank) {
    if (!graph.consumed(location, rank - 1)) {
      placed.rank = rank;
      for (unsigned pick = choices; pick-- > 0;) {
        level.items.push_back({Item::Way::place, base, placed, item.read,
                               static_cast<std::uint8_t>(pick)});
      }
    }
  }
}

bool Search::take_up_revisited(Ref read, std::uint8_t pick) {
  Event& event = graph().at(read);
  // What is known of loops may have grown since the level was entered.
  const bool was_sc = is_sc(event.order);
  event.pick = pick;
  take_value(event);
  graph().change_sc(was_sc, is_sc(event.order));
  const std::uint32_t rank = graph().at(event.source).rank;
  // The read must not know of anything newer than what it now reads.
  Clock known = event.before;
  known[read.thread] = read.index;
  if (graph().bound(event.op.location, known) > rank) {
    return false;
  }
  if (settled(graph(), read)) {
    return false;
  }
  Fences fences =
      fences_before(graph(), {read.thread, static_cast<Index>(read.index + 1)});
  return finish_update(read, fences);
}

}  // namespace interleave::engine
