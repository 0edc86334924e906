// SPDX-License-Identifier: MIT
#include "benchmarking/ratios.hpp"

#include <cstdio>

namespace benchmarking {

bool print_ratios(const std::vector<ratio>& ratios, const medians& found) {
  std::printf("\nRatios of medians:\n");
  bool complete = true;
  for (const ratio& line : ratios) {
    std::printf("  %s: ", line.says.c_str());
    const auto row = found.find(line.row);
    const auto by = found.find(line.by);
    if (row == found.end() || by == found.end()) {
      const auto& missing = row == found.end() ? line.row : line.by;
      std::printf("no row '%s'\n", missing.c_str());
      complete = false;
      continue;
    }
    const median& above = row->second;
    const median& below = by->second;
    std::printf("%.2f", above.nanoseconds / below.nanoseconds);
    if (!line.bar.empty()) std::printf(" (bar: %s)", line.bar.c_str());
    if (above.share > 0 || below.share > 0) {
      std::printf(", smallest shares %.2f and %.2f", above.share, below.share);
    }
    std::printf("\n");
  }
  return complete;
}

}  // namespace benchmarking
