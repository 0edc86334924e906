// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexer.hpp"
#include "program.hpp"

namespace reference {

/// Whether a name is `r` and digits.
bool is_register(std::string_view name);

/// Reads what statements are made of: names, orders, values and conditions.
class term_reader {
 public:
  /// With `declares`, unknown names are declared; else they are errors.
  term_reader(std::string_view text, program& names, bool declares)
      : in{text}, names_{names}, declares_{declares} {}

  int read_register(const std::string& name);
  int read_location(const std::string& name);
  order read_order();
  expression read_expression();
  condition read_condition();

  lexer in;

 private:
  int find(std::vector<std::string>& names, const std::string& name);
  operand read_operand();
  comparison read_comparison();

  program& names_;
  bool declares_;
};

}  // namespace reference
