// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "benchmarking/results.hpp"

namespace benchmarking {

/// One line below the results: the time of one row over that of another.
struct ratio {
  std::string says;   ///< What is divided by what, for readers.
  std::string row;    ///< The row above the line.
  std::string by;     ///< The row below it.
  std::string bar{};  ///< What it is held to, like "at most 1.15"; or nothing.
};

/// Prints the ratios of the medians, one a line. Where threads compete, their
/// shares are added: who lets the others starve wins every race.
///
/// @returns Whether every row was there.
bool print_ratios(const std::vector<ratio>& ratios, const medians& found);

/// The ratios that the benchmark prints. Each chapter defines this.
std::vector<ratio> ratios();

/// Peers that were not measured, each with the reason. Each chapter defines
/// this.
std::vector<std::string> absent();

}  // namespace benchmarking
