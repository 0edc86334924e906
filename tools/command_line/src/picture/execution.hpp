// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace command_line {

/// A failing execution as the checker writes it; see its result.schema.json.
struct place {
  std::string file;
  int line = 0;
  std::string function;
};

struct step {
  std::size_t thread = 0;
  std::string operation;
  std::string order;
  std::string location;
  std::string value;
  std::optional<std::size_t> reads_from;
  std::optional<std::size_t> newer;
  int modification = 0;
  std::string note;
  bool culprit = false;
  place where;
};

struct execution {
  std::string kind;      ///< "deadlock", "data race", …
  std::string sentence;  ///< What goes wrong.
  long long explored = 0;
  std::vector<std::string> threads;
  std::vector<step> steps;
  std::vector<std::string> notes;
};

/// Reads one result of the checker; nothing if the text is none, or has no
/// failure.
[[nodiscard]] std::optional<execution> read_execution(std::string_view json);

}  // namespace command_line
