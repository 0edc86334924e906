// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "fibers/machine.hpp"
#include "interleave/execution.hpp"
#include "report/recorder.hpp"
#include "report/symbols.hpp"

namespace interleave::engine {

/// Makes a public `Execution` of what was recorded of a failing one.
class Chronicle {
 public:
  Chronicle(Machine& from, const Recorder& recorder, const Trouble& trouble);

  [[nodiscard]] Execution take() { return std::move(execution_); }

  /// The step of an event; -1 if it has none.
  [[nodiscard]] int step_of(Ref event) const;

  /// The step of the trouble's earlier access; -1 if there is none.
  [[nodiscard]] int other_step() const { return other_step_; }
  /// The step of the trouble itself; -1 if there is none.
  [[nodiscard]] int last_step() const { return last_step_; }

  [[nodiscard]] Execution& execution() { return execution_; }

 private:
  using Record = Recorder::Record;

  [[nodiscard]] bool shown(const Record& record) const;
  [[nodiscard]] bool touches_trouble(const Record& record) const;
  void add_step(const Record& record);
  void describe_event(Step& step, const Event& event, const Record& record);
  void describe_read(Step& step, const Event& event);
  void name_threads();
  void mark_culprits();
  void note_modification_orders();
  std::string name_location(const Locations::Identity& identity);
  std::string describe_memory(std::uintptr_t address, std::size_t size);
  [[nodiscard]] std::string value_text(Value value, unsigned size) const;

  Machine& machine_;
  const Trouble& trouble_;
  const std::vector<Record> records_;
  Execution execution_;
  std::map<std::pair<unsigned, unsigned>, int> steps_;
  std::map<LocationId, std::vector<Ref>> stores_;
  std::map<std::pair<std::uintptr_t, std::uint64_t>, std::string> names_;
  int other_step_ = -1;
  int last_step_ = -1;
};

/// "relaxed", "acquire", …
std::string order_text(Order order);

/// "fetch_add", "load", …
std::string operation_text(const Event& event);

}  // namespace interleave::engine
