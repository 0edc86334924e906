// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "program.hpp"

namespace reference {

/// An event of an execution. A read-modify-write is one event that both reads
/// and writes: the standard calls it one operation, so nothing may be ordered
/// between its halves.
struct event {
  bool present = false;
  bool reads = false;
  bool writes = false;
  int thread = -1;  ///< -1: the initial value of a location
  int location = -1;
  order strength = order::plain;
  int value = 0;        ///< what it wrote
  int reads_from = -1;  ///< the event whose value it read
};

/// A (possibly partial) execution: events, reads-from, modification orders.
///
/// The number of an event depends on its thread and its place there alone, so
/// that two executions are equal if and only if their members are.
struct execution {
  std::vector<event> events;
  std::vector<std::vector<int>> modifications;  ///< one order a location
};

/// Whether C++20 allows the execution, load buffering aside: an execution
/// must be free of cycles in sequenced-before ∪ reads-from.
bool consistent(const execution& graph);

/// Whether two threads conflict, one of them with a plain access, and neither
/// access happens before the other.
bool racy(const execution& graph);

}  // namespace reference
