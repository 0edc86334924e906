// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "program.hpp"

namespace reference {

struct behaviours {
  std::size_t executions = 0;
  std::map<std::string, std::size_t> outcomes;  ///< text -> executions
  bool racy = false;
};

/// All executions that C++20 allows, by brute force.
///
/// Grows executions one operation at a time: any thread may go next, a read
/// may take any write that is there, a write may land anywhere in modification
/// order; what the axioms refuse is dropped, and what was met before is not
/// looked at again. Every execution without cycles in sequenced-before ∪
/// reads-from is met, since each of its prefixes is consistent too.
behaviours enumerate(const program& whole);

}  // namespace reference
