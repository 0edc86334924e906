// SPDX-License-Identifier: MIT
#pragma once

#include <benchmark/benchmark.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace benchmarking {

/// What a row came to.
struct median {
  /// One iteration, by the clock that the row was registered with.
  double nanoseconds = 0;
  double share = 0;  ///< The smallest thread's part, see `run_team`; or 0.
};

/// By the row's name as registered.
using medians = std::map<std::string, median>;

/// Prints each row's median and how much it varies, and keeps them.
class results : public benchmark::ConsoleReporter {
 public:
  explicit results(
      const std::vector<std::pair<std::string, std::string>>& context);

  void ReportRuns(const std::vector<Run>& runs) override;

  [[nodiscard]] const medians& found() const;

  /// Whether `store` will be able to write there: asked before the long run.
  [[nodiscard]] static bool can_store(const std::filesystem::path& file);

  /// Writes what was kept in the form of Google Benchmark's JSON, without the
  /// name and the paths of the machine. The file is replaced as a whole.
  ///
  /// @returns Whether that worked.
  [[nodiscard]] bool store(const std::filesystem::path& file) const;

 private:
  std::string context_;
  // In the order of registration, whatever order the rows ran in.
  std::map<std::pair<std::int64_t, std::string>, std::string> entries_;
  medians medians_;
};

}  // namespace benchmarking
