// SPDX-License-Identifier: MIT
#include "program.hpp"

#include <algorithm>

namespace reference {
namespace {

int value_of(const operand& side, const valuation& values) {
  const auto index = static_cast<std::size_t>(side.number);
  switch (side.from) {
    case operand::source::reg:
      return values.registers.at(index);
    case operand::source::location:
      return values.locations.at(index);
    case operand::source::constant:
      break;
  }
  return side.number;
}

bool holds(const comparison& part, const valuation& values) {
  const int left = value_of(part.left, values);
  const int right = value_of(part.right, values);
  switch (part.test) {
    case comparator::equal:
      return left == right;
    case comparator::unequal:
      return left != right;
    case comparator::less:
      return left < right;
    case comparator::less_equal:
      break;
  }
  return left <= right;
}

}  // namespace

bool reads(kind what) {
  return what != kind::store && what != kind::fence && what != kind::branch;
}

int evaluate(const expression& value, const std::vector<int>& registers) {
  if (value.reg < 0) {
    return value.constant;
  }
  return registers.at(static_cast<std::size_t>(value.reg)) + value.constant;
}

bool holds(const condition& when, const valuation& values) {
  return std::all_of(when.begin(), when.end(), [&](const comparison& part) {
    return holds(part, values);
  });
}

}  // namespace reference
