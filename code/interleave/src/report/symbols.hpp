// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace interleave::engine {

/// The names of the program's own variables, from its symbol table.
class Symbols {
 public:
  Symbols();

  /// The variable that holds the address: "flag", "table+8"; or empty.
  [[nodiscard]] std::string name(std::uintptr_t address) const;

 private:
  struct Variable {
    std::uintptr_t begin;
    std::uintptr_t size;
    std::string name;
  };
  std::vector<Variable> variables_;
};

}  // namespace interleave::engine
