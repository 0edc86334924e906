// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "graph/clocks.hpp"
#include "graph/graph.hpp"
#include "graph/sc_order.hpp"
#include "search/item.hpp"
#include "search/script.hpp"
#include "search/spin_table.hpp"

namespace interleave::engine {

/// Enumerates execution graphs, each once (TruSt, POPL 2022). Whoever drives
/// it replays the present graph, then adds the events that come next, always
/// those of the first thread that can go on; when nothing is left to add, or
/// an addition says that the graph is dead, it asks for the next graph.
///
/// Memory: the pending ways on of the present path, and one graph for each
/// revisit on it.
class Search {
 public:
  Search();

  [[nodiscard]] Graph& graph() { return levels_[depth_]->graph; }
  [[nodiscard]] const Graph& graph() const { return levels_[depth_]->graph; }

  /// Starts anew with the empty graph.
  void reset();

  /// Picks at random instead of keeping ways on.
  void walk(std::uint64_t seed);

  /// Does as the script says, once.
  void follow(const Script& script);

  /// What a scripted read is to read; it must be in the graph by then.
  [[nodiscard]] Ref scripted_source(ThreadId thread) const;

  /// Makes `graph()` the next graph to go on with; false if all are done.
  bool next();

  /// Adds the thread's next event. False: the graph is dead, drop it.
  /// A read-modify-write adds both halves.
  [[nodiscard]] bool add_read(ThreadId thread, const Operation& op,
                              Fences& fences);
  [[nodiscard]] bool add_write(ThreadId thread, const Operation& op,
                               Fences& fences);
  /// A fence, a thread's creation, join or end.
  void add_plain(ThreadId thread, const Operation& op, Value value,
                 Fences& fences);
  /// Takes the first of `op.operand` many ways.
  void add_choice(ThreadId thread, const Operation& op, Fences& fences);

  [[nodiscard]] bool walking() const { return mode_ == Mode::walk; }
  [[nodiscard]] bool exhausting() const { return mode_ == Mode::exhaust; }
  /// Whether a script says what the event is to be.
  [[nodiscard]] bool scripted(Ref event) const {
    return script_.find(event) != nullptr;
  }
  [[nodiscard]] std::uint64_t random(std::uint64_t bound);

  /// Whether the operation, added now, would find the newest store to be one
  /// that makes its thread wait.
  [[nodiscard]] bool would_wait(const Operation& op) const;

  /// What is known of loops that wait.
  [[nodiscard]] SpinTable& spins() { return spins_; }

  /// Drops the ways on that were found since the present graph was taken up,
  /// and takes it up again.
  void retry();

 private:
  struct Level {
    Graph graph;
    std::vector<Item> items;
  };

  [[nodiscard]] Event make(ThreadId thread, const Operation& op) const;
  void take_value(Event& read) const;
  void push(Item::Way way, const Event& event, Ref read = {});
  void push_ways(Event& read, Ref source, unsigned first);
  void choose_source(Event& read);
  void choose_scripted_place(Event& write);
  void choose_place(Event& write);
  void push_revisits(const Event& write);
  bool finish_update(Ref read, Fences& fences);
  bool take_up(const Item& item);
  bool take_up_revisited(Ref read, std::uint8_t pick);
  void enter_level(const Item& item);

  std::vector<std::unique_ptr<Level>> levels_;
  std::size_t depth_ = 0;
  std::uint32_t stamp_ = 0;
  ScOrder sc_;
  SpinTable spins_;
  enum class Mode : std::uint8_t { exhaust, walk, follow };
  Mode mode_ = Mode::exhaust;
  Script script_;
  std::uint64_t random_state_ = 0;
  // Where the present graph was taken up, for `retry`.
  std::size_t start_mark_ = 0;
  std::size_t start_items_ = 0;
};

}  // namespace interleave::engine
