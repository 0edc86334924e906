// SPDX-License-Identifier: MIT
#include "enumerator.hpp"

#include <algorithm>
#include <stdexcept>
#include <unordered_set>
#include <utility>
#include <vector>

#include "execution.hpp"
#include "notation.hpp"
#include "relation.hpp"

namespace reference {
namespace {

std::size_t index(int number) { return static_cast<std::size_t>(number); }

struct state {
  execution graph;
  std::vector<int> next_operation;
  std::vector<int> next_event;
  std::vector<int> registers;
};

class search {
 public:
  explicit search(const program& whole) : program_{whole} {}

  behaviours run() {
    visit(first_state());
    return std::move(found_);
  }

 private:
  state first_state() {
    state s;
    for (int place = 0; place < locations(); ++place) {
      event initial;
      initial.present = true;
      initial.writes = true;
      initial.location = place;
      s.graph.events.push_back(initial);
      s.graph.modifications.push_back({place});
    }
    for (const thread_body& body : program_.threads) {
      s.next_operation.push_back(0);
      s.next_event.push_back(static_cast<int>(s.graph.events.size()));
      s.graph.events.resize(s.graph.events.size() + body.size());
    }
    if (s.graph.events.size() > relation::capacity) {
      throw std::length_error{"too many events for the reference"};
    }
    s.registers.resize(program_.registers.size());
    return s;
  }

  int locations() const { return static_cast<int>(program_.locations.size()); }

  /// The next operation that is not a branch, or null at the thread's end.
  const operation* next(state& s, std::size_t thread) const {
    const thread_body& body = program_.threads[thread];
    int& at = s.next_operation[thread];
    while (index(at) < body.size() && body[index(at)].what == kind::branch) {
      const operation& op = body[index(at)];
      at = holds(op.when, {s.registers, {}}) ? at + 1 : op.skip_to;
    }
    return index(at) < body.size() ? &body[index(at)] : nullptr;
  }

  void visit(state s) {
    if (!seen_.insert(fingerprint(s)).second) {
      return;
    }
    bool complete = true;
    for (std::size_t thread = 0; thread < program_.threads.size(); ++thread) {
      if (const operation* op = next(s, thread)) {
        complete = false;
        perform(s, thread, *op);
      }
    }
    if (complete) {
      record(s);
    }
  }

  void perform(const state& before, std::size_t thread, const operation& op) {
    state s = before;
    const int number = s.next_event[thread]++;
    ++s.next_operation[thread];
    event& e = s.graph.events[index(number)];
    e.present = true;
    e.thread = static_cast<int>(thread);
    e.location = op.location;
    e.strength = op.success;
    if (op.what == kind::store) {
      e.writes = true;
      e.value = evaluate(op.value, s.registers);
    } else if (reads(op.what)) {
      for (const int source : before.graph.modifications[index(op.location)]) {
        read(s, number, op, source);
      }
      return;
    }
    place(s, number);
  }

  void read(state s, int number, const operation& op, int source) {
    event& e = s.graph.events[index(number)];
    e.reads = true;
    e.reads_from = source;
    const int old = s.graph.events[index(source)].value;
    switch (op.what) {
      case kind::exchange:
        e.writes = true;
        e.value = evaluate(op.value, s.registers);
        break;
      case kind::fetch_add:
        e.writes = true;
        e.value = old + evaluate(op.value, s.registers);
        break;
      case kind::compare_exchange:
        e.writes = old == evaluate(op.expected, s.registers);
        e.value = e.writes ? evaluate(op.value, s.registers) : 0;
        e.strength = e.writes ? op.success : op.failure;
        break;
      default:
        break;
    }
    if (op.result >= 0) {
      s.registers[index(op.result)] = old;
    }
    place(s, number);
  }

  /// Tries every place in modification order, the initial value excepted.
  void place(const state& s, int number) {
    const event& e = s.graph.events[index(number)];
    if (!e.writes) {
      go_on(s);
      return;
    }
    const auto count = s.graph.modifications[index(e.location)].size();
    for (std::size_t at = 1; at <= count; ++at) {
      state placed = s;
      auto& writes = placed.graph.modifications[index(e.location)];
      writes.insert(writes.begin() + static_cast<std::ptrdiff_t>(at), number);
      go_on(placed);
    }
  }

  void go_on(const state& s) {
    if (consistent(s.graph)) {
      visit(s);
    }
  }

  void record(const state& s) {
    valuation values{s.registers, {}};
    for (const auto& writes : s.graph.modifications) {
      values.locations.push_back(s.graph.events[index(writes.back())].value);
    }
    ++found_.executions;
    ++found_.outcomes[to_text(values, program_)];
    found_.racy = found_.racy || racy(s.graph);
  }

  /// Reads-from and the modification orders determine everything else.
  static std::string fingerprint(const state& s) {
    std::string key;
    for (const event& e : s.graph.events) {
      key += static_cast<char>(e.present ? e.reads_from + 2 : 0);
    }
    for (const auto& writes : s.graph.modifications) {
      key += static_cast<char>(-1);
      for (const int write : writes) {
        key += static_cast<char>(write);
      }
    }
    return key;
  }

  const program& program_;
  std::unordered_set<std::string> seen_;
  behaviours found_;
};

}  // namespace

behaviours enumerate(const program& whole) { return search{whole}.run(); }

}  // namespace reference
