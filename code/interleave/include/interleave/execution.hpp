// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace interleave {

/// A place in the source: the first frame outside of the standard library.
struct Place {
  std::string file;
  std::uint32_t line = 0;
  std::string function;

  [[nodiscard]] bool known() const { return line != 0; }
  /// "file.hpp:41", or the function's name if the line is not known.
  [[nodiscard]] std::string text() const;
};

/// One operation of an execution.
struct Step {
  std::uint32_t thread = 0;  ///< Index into `Execution::threads`.
  std::string operation;     ///< "load", "store", "lock", "read", "free", …
  std::string order;         ///< "acquire", …; empty where there is none.
  std::string location;      ///< The object's name, "A", "B", …; or empty.
  std::string value;         ///< Read or written; empty where there is none.

  /// For a load: the index in `steps` of the store that it read; none if it
  /// read the initial value or is not a load.
  std::optional<std::uint32_t> reads_from;

  /// For a load of an older value: the newest store that stood before it.
  std::optional<std::uint32_t> newer;

  /// For a store: its rank in the location's modification order, from 1.
  std::uint32_t modification = 0;

  std::string note;      ///< "an older value; newer: …", "waits here", …
  bool plain = false;    ///< An access that is not atomic.
  bool culprit = false;  ///< One of the steps that the failure is about.
  Place place;
  std::vector<Place> stack;  ///< Innermost first.
};

/// One execution: its threads and their steps, in an order in which every load
/// stands after the store that it reads.
struct Execution {
  std::vector<std::string> threads;
  std::vector<Step> steps;
  std::vector<std::string> notes;  ///< Modification orders, queues, hints.
  std::string id;                  ///< For `Options::replay`.

  /// Threads as columns, one step a line.
  [[nodiscard]] std::string text() const;
};

std::ostream& operator<<(std::ostream& out, const Execution& execution);

}  // namespace interleave
