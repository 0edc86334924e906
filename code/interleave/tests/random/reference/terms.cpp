// SPDX-License-Identifier: MIT
#include "terms.hpp"

#include <algorithm>

#include "notation.hpp"

namespace reference {

bool is_register(std::string_view name) {
  return name.size() > 1 && name[0] == 'r' &&
         std::all_of(name.begin() + 1, name.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

int term_reader::find(std::vector<std::string>& names,
                      const std::string& name) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at != names.end()) {
    return static_cast<int>(at - names.begin());
  }
  if (!declares_) {
    in.fail("a name of the program, not " + name);
  }
  names.push_back(name);
  return static_cast<int>(names.size()) - 1;
}

int term_reader::read_register(const std::string& name) {
  if (!is_register(name)) {
    in.fail("a register, not " + name);
  }
  return find(names_.registers, name);
}

int term_reader::read_location(const std::string& name) {
  if (is_register(name)) {
    in.fail("a location, not " + name);
  }
  return find(names_.locations, name);
}

order term_reader::read_order() {
  in.expect(".");
  const std::string name = in.word();
  for (const order which :
       {order::plain, order::relaxed, order::consume, order::acquire,
        order::release, order::acq_rel, order::seq_cst}) {
    if (to_text(which) == name) {
      return which;
    }
  }
  in.fail("an order, not " + name);
}

expression term_reader::read_expression() {
  expression value;
  if (!in.sees_word()) {
    value.constant = in.number();
    return value;
  }
  value.reg = read_register(in.word());
  if (in.accept("+") || in.sees("-")) {
    value.constant = in.number();
  }
  return value;
}

operand term_reader::read_operand() {
  operand side;
  if (!in.sees_word()) {
    side.number = in.number();
    return side;
  }
  const std::string name = in.word();
  const bool is_reg = is_register(name);
  side.from = is_reg ? operand::source::reg : operand::source::location;
  side.number = is_reg ? read_register(name) : read_location(name);
  return side;
}

comparison term_reader::read_comparison() {
  comparison part;
  part.left = read_operand();
  if (in.accept("!=")) {
    part.test = comparator::unequal;
  } else if (in.accept("<=")) {
    part.test = comparator::less_equal;
  } else if (in.accept("<")) {
    part.test = comparator::less;
  } else if (!in.accept("==")) {
    in.expect("=");
  }
  part.right = read_operand();
  return part;
}

condition term_reader::read_condition() {
  condition all;
  do {
    all.push_back(read_comparison());
  } while (in.accept("&&") || in.accept("&"));
  return all;
}

}  // namespace reference
