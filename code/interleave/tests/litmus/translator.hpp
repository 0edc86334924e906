// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <string>

#include "reference/program.hpp"

namespace corpus {

/// Writes a litmus test as the C++ that one would write by hand: a function
/// `name` with a `std::thread` a thread, whose outcome is observed after the
/// last join.
///
/// A location that only plain accesses touch becomes an `int`, one that only
/// atomic accesses touch a `std::atomic<int>`, and one that both touch an
/// `int` with `std::atomic_ref<int>`.
void translate(const reference::program& whole, const std::string& name,
               std::ostream& out);

}  // namespace corpus
