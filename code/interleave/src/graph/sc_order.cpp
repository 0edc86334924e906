// SPDX-License-Identifier: MIT
#include "graph/sc_order.hpp"

#include <algorithm>

namespace interleave::engine {
namespace {

constexpr std::uint32_t nowhere = ~std::uint32_t{0};

std::uint32_t position(const Graph& graph, const Event& event) {
  return event.op.kind == Kind::write ? 2 * event.rank
                                      : 2 * graph.rank_of(event.source) + 1;
}

bool is_access(const Event& event) { return event.op.kind <= Kind::write; }

}  // namespace

bool ScOrder::consistent(const Graph& graph) {
  if (graph.sc_events() < 2) {
    return true;
  }
  collect(graph);
  if (nodes_.size() < 2) {
    return true;
  }
  words_ = (nodes_.size() + 63) / 64;
  edges_.assign(nodes_.size() * words_, 0);
  order_by_strong_happens_before(graph);
  order_by_coherence();
  return (graph.sc_fences() == 0 || order_by_fences(graph)) && acyclic();
}

void ScOrder::collect(const Graph& graph) {
  nodes_.clear();
  for (unsigned t = 0; t < max_threads; ++t) {
    const Index size = graph.size(t);
    for (Index i = 0; i < size; ++i) {
      const Event& event = graph.at({static_cast<std::uint16_t>(t), i});
      if (!is_sc(event.order) || event.op.kind > Kind::fence) {
        continue;
      }
      Node node{event.self, event.self};
      if (event.op.kind == Kind::fence) {
        node.fence = true;
        node.weight = event.op.weight;
      } else {
        node.location = event.op.location;
        node.low = node.high = position(graph, event);
        if (event.op.kind == Kind::read && event.rmw && i + 1 < size) {
          ++i;
          node.last.index = i;
          node.high = 2 * graph.at(node.last).rank;
        }
      }
      nodes_.push_back(node);
    }
  }
}

void ScOrder::order_by_strong_happens_before(const Graph& graph) {
  // Nodes are sorted by thread and then by program order.
  for (std::size_t b = 0; b < nodes_.size(); ++b) {
    const Ref first = nodes_[b].first;
    const Ref creator = graph.creator(first.thread);
    const Clock* known = nullptr;
    if (first.index > 0) {
      known =
          &graph.at({first.thread, static_cast<Index>(first.index - 1)}).before;
    } else if (!creator.initial()) {
      known = &graph.at(creator).before;
    }
    for (std::size_t a = 0; a < nodes_.size(); ++a) {
      const Ref last = nodes_[a].last;
      if (last.thread == first.thread) {
        if (a < b) {
          edge(a, b);
        }
      } else if (known != nullptr && (*known)[last.thread] >= last.index + 2) {
        // Something after A happens before something before B.
        edge(a, b);
      }
    }
  }
}

void ScOrder::order_by_coherence() {
  for (std::size_t a = 0; a < nodes_.size(); ++a) {
    for (std::size_t b = 0; b < nodes_.size(); ++b) {
      if (a != b && !nodes_[a].fence && !nodes_[b].fence &&
          nodes_[a].location == nodes_[b].location &&
          nodes_[a].low < nodes_[b].high) {
        edge(a, b);
      }
    }
  }
}

void ScOrder::measure(const Graph& graph, const Node& fence,
                      std::vector<std::uint32_t>& low,
                      std::vector<std::uint32_t>& high) const {
  low.assign(graph.locations(), nowhere);
  high.assign(graph.locations(), 0);
  const Ref self = fence.first;
  const Clock& known = graph.at(self).before;
  for (const Ref ref : graph.trace()) {
    const Event& event = graph.at(ref);
    if (!is_access(event)) {
      continue;
    }
    const std::uint32_t here = position(graph, event);
    const LocationId location = event.op.location;
    if (event.before.covers(self)) {
      low[location] = std::min(low[location], here);
    } else if (known.covers(ref)) {
      high[location] = std::max(high[location], here);
    }
  }
}

bool ScOrder::order_by_fences(const Graph& graph) {
  if (lows_.size() < nodes_.size()) {
    lows_.resize(nodes_.size());
    highs_.resize(nodes_.size());
  }
  for (std::size_t f = 0; f < nodes_.size(); ++f) {
    if (nodes_[f].fence) {
      measure(graph, nodes_[f], lows_[f], highs_[f]);
    }
  }
  for (std::size_t f = 0; f < nodes_.size(); ++f) {
    if (!nodes_[f].fence) {
      continue;
    }
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
      const Node& node = nodes_[n];
      if (!meet(nodes_[f], node)) {
        continue;
      }
      if (!node.fence) {
        if (node.low < highs_[f][node.location]) {
          edge(n, f);
        }
        if (lows_[f][node.location] < node.high) {
          edge(f, n);
        }
        continue;
      }
      for (std::size_t l = 0; l < graph.locations(); ++l) {
        if (lows_[f][l] < highs_[n][l]) {
          if (f == n) {
            return false;
          }
          edge(f, n);
          break;
        }
      }
    }
  }
  return true;
}

bool ScOrder::acyclic() {
  // Takes nodes away that have no edge to a node that is left; what can't be
  // taken away lies on a cycle or before one.
  done_.assign(words_, 0);
  std::size_t left = nodes_.size();
  for (bool progress = true; progress && left > 0;) {
    progress = false;
    for (std::size_t n = nodes_.size(); n-- > 0;) {
      if ((done_[n / 64] >> (n % 64) & 1) != 0) {
        continue;
      }
      bool last = true;
      for (std::size_t w = 0; w < words_; ++w) {
        last = last && (edges_[n * words_ + w] & ~done_[w]) == 0;
      }
      if (last) {
        done_[n / 64] |= std::uint64_t{1} << (n % 64);
        --left;
        progress = true;
      }
    }
  }
  return left == 0;
}

}  // namespace interleave::engine
