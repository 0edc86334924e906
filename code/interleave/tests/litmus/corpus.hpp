// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <istream>
#include <string>
#include <vector>

/// The corpus of litmus tests, as `litmus.csv` keeps it.
namespace corpus {

struct row {
  std::string name;
  std::string program;
  std::string weak_outcome;
  bool allowed = false;        ///< C++20 allows the weak outcome
  bool racy = false;           ///< some execution has a data race
  std::size_t executions = 0;  ///< complete ones, by C++20's rules
};

/// Finds columns by their names in the first line, so that other columns may
/// come and go. Throws `std::runtime_error` on a line that does not fit.
std::vector<row> read(std::istream& in);

}  // namespace corpus
