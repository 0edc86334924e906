// SPDX-License-Identifier: MIT
#include "graph/graph.hpp"

namespace interleave::engine {

void Graph::declare(LocationId location, Value initial) {
  if (location >= locations_.size()) {
    locations_.resize(location + 1);
  }
  locations_[location].initial = initial;
}

void Graph::place(const Event& event) {
  std::vector<Ref>& order = locations_[event.op.location].order;
  order.insert(order.begin() + event.rank, event.self);
  for (std::size_t k = event.rank + 1; k < order.size(); ++k) {
    ++at(order[k]).rank;
  }
}

void Graph::displace(const Event& event) {
  std::vector<Ref>& order = locations_[event.op.location].order;
  order.erase(order.begin() + event.rank);
  for (std::size_t k = event.rank; k < order.size(); ++k) {
    --at(order[k]).rank;
  }
}

void Graph::append(const Event& event) {
  threads_[event.self.thread].push_back(event);
  trace_.push_back(event.self);
  if (is_sc(event.order) && event.op.kind <= Kind::fence) {
    ++sc_events_;
    sc_fences_ += event.op.kind == Kind::fence;
  }
  if (event.op.kind == Kind::write) {
    place(event);
  } else if (event.op.kind == Kind::read) {
    locations_[event.op.location].reads.push_back(event.self);
  } else if (event.op.kind == Kind::create) {
    creators_[event.value] = event.self;
  }
}

void Graph::rewind(std::size_t mark) {
  while (trace_.size() > mark) {
    const Ref ref = trace_.back();
    const Event& event = at(ref);
    if (is_sc(event.order) && event.op.kind <= Kind::fence) {
      --sc_events_;
      sc_fences_ -= event.op.kind == Kind::fence;
    }
    if (event.op.kind == Kind::write) {
      displace(event);
    } else if (event.op.kind == Kind::read) {
      locations_[event.op.location].reads.pop_back();
    }
    threads_[ref.thread].pop_back();
    trace_.pop_back();
  }
}

std::uint32_t Graph::bound(LocationId location, const Clock& clock) const {
  const Accesses& all = locations_[location];
  std::uint32_t result = 0;
  for (std::size_t k = all.order.size() - 1; k > 0; --k) {
    if (clock.covers(all.order[k])) {
      result = static_cast<std::uint32_t>(k);
      break;
    }
  }
  for (const Ref read : all.reads) {
    if (clock.covers(read)) {
      result = std::max(result, rank_of(at(read).source));
    }
  }
  return result;
}

bool Graph::consumed(LocationId location, std::uint32_t rank) const {
  const std::vector<Ref>& order = locations_[location].order;
  // The write half stands right behind what its read half has read.
  return rank + 1 < order.size() && at(order[rank + 1]).rmw;
}

void Graph::restrict_from(const Graph& other, std::uint32_t stamp,
                          const Clock& keep) {
  clear();
  locations_.resize(other.locations_.size());
  for (std::size_t l = 0; l < locations_.size(); ++l) {
    locations_[l].initial = other.locations_[l].initial;
  }
  for (const Ref ref : other.trace_) {
    const Event& event = other.at(ref);
    if (event.stamp > stamp && !keep.covers(ref)) {
      continue;
    }
    threads_[ref.thread].push_back(event);
    trace_.push_back(ref);
    if (is_sc(event.order) && event.op.kind <= Kind::fence) {
      ++sc_events_;
      sc_fences_ += event.op.kind == Kind::fence;
    }
    if (event.op.kind == Kind::read) {
      locations_[event.op.location].reads.push_back(ref);
    } else if (event.op.kind == Kind::create) {
      creators_[event.value] = ref;
    }
  }
  for (std::size_t l = 0; l < locations_.size(); ++l) {
    std::vector<Ref>& order = locations_[l].order;
    for (const Ref write : other.locations_[l].order) {
      if (write.initial()) {
        continue;
      }
      const Event& event = other.at(write);
      if (event.stamp <= stamp || keep.covers(write)) {
        at(write).rank = static_cast<std::uint32_t>(order.size());
        order.push_back(write);
      }
    }
  }
}

void Graph::clear() {
  for (unsigned t = 0; t < max_threads; ++t) {
    threads_[t].clear();
    creators_[t] = initial_write;
  }
  for (Accesses& each : locations_) {
    each.order.resize(1);
    each.reads.clear();
  }
  trace_.clear();
  sc_events_ = 0;
  sc_fences_ = 0;
}

}  // namespace interleave::engine
