// SPDX-License-Identifier: MIT
#include "search/revisit.hpp"

#include <algorithm>

namespace interleave::engine {
namespace {

/// What stood in the graph when an event was added, and what the revisiting
/// write needs.
class Previous {
 public:
  Previous(const Graph& graph, const Event& write, std::uint32_t stamp)
      : graph_{graph}, write_{write}, stamp_{stamp} {}

  bool operator()(Ref event) const {
    return event.initial() || graph_.at(event).stamp <= stamp_ ||
           write_.prefix.covers(event);
  }

  [[nodiscard]] bool newest(LocationId location, std::uint32_t rank) const {
    const std::vector<Ref>& order = graph_.accesses(location).order;
    return std::none_of(order.begin() + rank + 1, order.end(), *this);
  }

 private:
  const Graph& graph_;
  const Event& write_;
  std::uint32_t stamp_;
};

bool was_freed(const Event& event) {
  return event.op.wait == Wait::if_queued && event.waiting == 0;
}

bool maximal(const Graph& graph, const Event& write, const Event& event) {
  const Previous previous{graph, write, event.stamp};
  const LocationId location = event.op.location;
  switch (event.op.kind) {
    case Kind::read:
      // Whom an operation of a queue has freed stays so, whatever comes.
      return event.pick == 0 && previous(event.source) &&
             (was_freed(event) ||
              previous.newest(location, graph.rank_of(event.source)));
    case Kind::write: {
      const std::vector<Ref>& reads = graph.accesses(location).reads;
      const bool read_early =
          std::any_of(reads.begin(), reads.end(), [&](Ref read) {
            return graph.at(read).source == event.self && previous(read);
          });
      return !read_early && previous.newest(location, event.rank);
    }
    case Kind::choice:
      return event.value == 0;
    default:
      return true;
  }
}

/// Asks each read of the loop that the event ends, if it ends one.
template <typename Predicate>
bool any_read(const Graph& graph, Ref event, Predicate predicate) {
  for (unsigned k = graph.at(event).waiting; k > 0; --k) {
    const Event& each =
        graph.at({event.thread, static_cast<Index>(event.index + 1 - k)});
    if (each.op.kind == Kind::read && predicate(each)) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool may_revisit(const Graph& graph, const Event& write, const Event& read) {
  if (was_freed(read) || write.prefix.covers(read.self) ||
      !maximal(graph, write, read)) {
    return false;
  }
  const std::vector<Ref>& trace = graph.trace();
  // The trace is sorted by stamps, newest last.
  for (std::size_t k = trace.size(); k-- > 0;) {
    const Event& event = graph.at(trace[k]);
    if (event.stamp <= read.stamp) {
      break;
    }
    if (!write.prefix.covers(event.self) && event.self != write.self &&
        !maximal(graph, write, event)) {
      return false;
    }
  }
  return true;
}

bool settled(const Graph& graph, Ref event) {
  // To revisit one of the loop's reads deletes those behind it, and what is
  // deleted must be newest: it is the last that decides.
  const Event* last = nullptr;
  any_read(graph, event, [&](const Event& read) {
    last = &read;
    return false;
  });
  if (last == nullptr) {
    return false;
  }
  const std::vector<Ref>& order = graph.accesses(last->op.location).order;
  const std::uint32_t rank = graph.rank_of(last->source);
  return std::any_of(order.begin() + rank + 1, order.end(), [&](Ref later) {
    return graph.at(later).stamp <= last->stamp ||
           (!last->source.initial() &&
            graph.at(last->source).prefix.covers(later));
  });
}

bool waits_on_newest(const Graph& graph, Ref event) {
  return !any_read(graph, event, [&](const Event& read) {
    // What an update writes itself, the same again, is nothing newer.
    return graph.rank_of(read.source) + (read.rmw ? 2 : 1) !=
           graph.accesses(read.op.location).order.size();
  });
}

}  // namespace interleave::engine
