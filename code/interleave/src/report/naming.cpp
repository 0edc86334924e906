// SPDX-License-Identifier: MIT
// Names for memory, the culprits, and the notes under an execution.
#include <algorithm>

#include "heap/bytes.hpp"
#include "report/chronicle.hpp"
#include "report/symbolizer.hpp"

namespace interleave::engine {
namespace {

std::string letter(std::size_t n) {
  std::string result;
  for (++n; n > 0; n = (n - 1) / 26) {
    result.insert(result.begin(), static_cast<char>('A' + (n - 1) % 26));
  }
  return result;
}

}  // namespace

std::string Chronicle::name_location(const Locations::Identity& identity) {
  return describe_memory(identity.address, identity.size);
}

/// A variable's name; or a letter, with a note that says what it stands for.
std::string Chronicle::describe_memory(std::uintptr_t address,
                                       std::size_t size) {
  if (!Region::contains(address)) {
    static const Symbols symbols;
    const std::string symbol = symbols.name(address);
    if (!symbol.empty()) {
      return symbol;
    }
  }
  std::string& name = names_[{address, 0}];
  if (!name.empty()) {
    return name;
  }
  name = letter(names_.size() - 1);
  std::string note = name + ": ";
  if (size > 1) {
    note += std::to_string(size) + " bytes ";
  }
  if (const Block* const block = machine_.arena.holding(address)) {
    const std::vector<Place> made = symbolizer().stack({block->caller});
    note += "at " + std::to_string(address - block->address) +
            " in a heap block of " + std::to_string(block->size) + " bytes";
    if (!made.empty()) {
      note += " allocated at " + made.front().text();
    }
  } else if (Region::on_stacks(address)) {
    const std::uintptr_t thread =
        (address - Region::stacks) / Region::stack_size;
    note += "on the stack of " + execution_.threads[thread];
  } else {
    note += "in memory from before the exploration";
  }
  execution_.notes.push_back(note);
  return name;
}

void Chronicle::mark_culprits() {
  // The steps of shown records, in the same order.
  int step = -1;
  for (const Record& record : records_) {
    if (!shown(record)) {
      continue;
    }
    ++step;
    if (record.thread == trouble_.thread && trouble_.pc != 0 &&
        !record.stack.empty() && record.stack.front() == trouble_.pc) {
      last_step_ = step;
    }
    if (!trouble_.has_other || record.thread != trouble_.other_thread) {
      continue;
    }
    const bool matches =
        trouble_.other_atomic
            ? record.what == Recorder::What::event &&
                  (record.event.index == trouble_.other_epoch ||
                   steps_.at({record.event.thread, record.event.index}) ==
                       step_of({trouble_.other_thread, trouble_.other_epoch}))
            : record.what != Recorder::What::event &&
                  record.epoch == trouble_.other_epoch &&
                  touches_trouble(record) &&
                  (!trouble_.other_write || record.write ||
                   record.what == Recorder::What::heap);
    if (matches) {
      other_step_ = step;
    }
  }
  for (const int each : {other_step_, last_step_}) {
    if (each >= 0) {
      execution_.steps[static_cast<std::size_t>(each)].culprit = true;
    }
  }
}

void Chronicle::note_modification_orders() {
  const Graph& graph = machine_.search.graph();
  for (auto& [location, stores] : stores_) {
    const auto by_rank = [&](Ref a, Ref b) {
      return graph.at(a).rank < graph.at(b).rank;
    };
    if (std::is_sorted(stores.begin(), stores.end(), by_rank)) {
      continue;
    }
    std::sort(stores.begin(), stores.end(), by_rank);
    const Event& first = graph.at(stores.front());
    std::string note = "modification order of " +
                       name_location(machine_.locations.identity(location)) +
                       ", which is not the order above: ";
    for (const Ref store : stores) {
      const Event& event = graph.at(store);
      note += store == first.self ? "" : ", then ";
      note += value_text(event.value, event.op.size);
      const int step = step_of(store);
      if (step >= 0) {
        note += " (" +
                execution_.steps[static_cast<std::size_t>(step)].place.text() +
                ")";
      }
    }
    execution_.notes.push_back(note);
  }
}

}  // namespace interleave::engine
