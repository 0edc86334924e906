// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

/// A small language of concurrent programs, and what C++20 says of them.
///
/// Nothing here knows how the checker works: the point of a reference is to be
/// wrong in other places than what it judges.
namespace reference {

enum class order {
  plain,
  relaxed,
  consume,
  acquire,
  release,
  acq_rel,
  seq_cst
};

/// `branch` runs the operations up to `skip_to` only if its condition holds.
enum class kind {
  load,
  store,
  exchange,
  fetch_add,
  compare_exchange,
  fence,
  branch
};

/// A constant, or a register plus a constant.
struct expression {
  int reg = -1;
  int constant = 0;
};

/// One side of a comparison; a location stands for its last value.
struct operand {
  enum class source { constant, reg, location };
  source from = source::constant;
  int number = 0;
};

enum class comparator { equal, unequal, less, less_equal };

struct comparison {
  operand left;
  comparator test = comparator::equal;
  operand right;
};

/// Holds if every part holds; the empty condition holds always.
using condition = std::vector<comparison>;

struct operation {
  kind what = kind::fence;
  int location = -1;
  int result = -1;      ///< the register that takes the value read, or -1
  expression value;     ///< what is stored, exchanged or added
  expression expected;  ///< of a compare-exchange
  order success = order::seq_cst;
  order failure = order::seq_cst;  ///< of a compare-exchange
  condition when;                  ///< of a branch
  int skip_to = 0;                 ///< of a branch
};

using thread_body = std::vector<operation>;

/// Registers and locations are numbers; their names are kept for printing.
/// Everything starts at zero.
struct program {
  std::vector<std::string> registers;
  std::vector<std::string> locations;
  std::vector<thread_body> threads;
};

/// The registers, and the last value of each location, when all is done.
struct valuation {
  std::vector<int> registers;
  std::vector<int> locations;
};

bool reads(kind what);
int evaluate(const expression& value, const std::vector<int>& registers);
bool holds(const condition& when, const valuation& values);

}  // namespace reference
