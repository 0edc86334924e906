// SPDX-License-Identifier: MIT
#include "benchmarking/results.hpp"

#include <unistd.h>

#include <cmath>
#include <ctime>
#include <fstream>
#include <iomanip>
#include <sstream>

#include "benchmarking/context.hpp"
#include "benchmarking/processors.hpp"

namespace benchmarking {
namespace {

std::string quoted(const std::string& text) {
  std::string result{'"'};
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    // Names and models have no control characters; a space serves for any.
    result += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  }
  return result + '"';
}

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  std::ostringstream text;
  text << std::put_time(&parts, "%Y-%m-%dT%H:%M:%SZ");
  return text.str();
}

std::string written(double value) {
  if (!std::isfinite(value)) return "null";
  std::ostringstream text;
  text << std::setprecision(5) << value;
  return text.str();
}

// The name as registered, without what the library appends for the clock.
std::string row_name(const benchmark::BenchmarkReporter::Run& run) {
  return run.run_name.function_name;
}

std::string entry(const benchmark::BenchmarkReporter::Run& run) {
  const bool percentage =
      run.aggregate_unit == benchmark::StatisticUnit::kPercentage;
  const std::string name = row_name(run);
  std::ostringstream text;
  text << "{\"name\": " << quoted(name + '_' + run.aggregate_name)
       << ", \"run_name\": " << quoted(name)
       << ", \"run_type\": \"aggregate\", \"aggregate_name\": "
       << quoted(run.aggregate_name) << ", \"aggregate_unit\": "
       << (percentage ? "\"percentage\"" : "\"time\"")
       << ", \"repetitions\": " << run.repetitions << ", \"real_time\": "
       << written(percentage ? run.real_accumulated_time
                             : run.GetAdjustedRealTime())
       << ", \"cpu_time\": "
       << written(percentage ? run.cpu_accumulated_time
                             : run.GetAdjustedCPUTime())
       << ", \"time_unit\": "
       << quoted(benchmark::GetTimeUnitString(run.time_unit));
  for (const auto& [key, counter] : run.counters) {
    if (percentage) break;  // The file keeps the medians of the counters only.
    text << ", " << quoted(key) << ": " << written(counter.value);
  }
  text << '}';
  return text.str();
}

std::string context_of(
    const std::vector<std::pair<std::string, std::string>>& context) {
  std::ostringstream text;
  text << "\"date\": " << quoted(today())
       << ",\n    \"num_cpus\": " << processors().size()
       << ",\n    \"load_avg\": [" << written(load()) << ']';
  for (const auto& [key, value] : context) {
    text << ",\n    " << quoted(key) << ": " << quoted(value);
  }
  return text.str();
}

std::filesystem::path draft_of(std::filesystem::path file) {
  return file += ".new";
}

}  // namespace

results::results(
    const std::vector<std::pair<std::string, std::string>>& context)
    : ConsoleReporter{::isatty(STDOUT_FILENO) != 0 ? OO_Color : OO_None},
      context_{context_of(context)} {}

void results::ReportRuns(const std::vector<Run>& runs) {
  std::vector<Run> shown;
  for (const Run& run : runs) {
    const bool single = run.run_type == Run::RT_Iteration;
    if (run.error_occurred || single || run.aggregate_name == "median" ||
        run.aggregate_name == "cv") {
      shown.push_back(run);
    }
    if (run.error_occurred) continue;
    // A run that is not repeated is its own median.
    if (single || run.aggregate_name == "median") {
      const bool by_cpu = run.run_name.time_type.empty();
      const double unit = benchmark::GetTimeUnitMultiplier(run.time_unit) / 1e9;
      const auto share = run.counters.find("share");
      medians_[row_name(run)] = {
          (by_cpu ? run.GetAdjustedCPUTime() : run.GetAdjustedRealTime()) /
              unit,
          share == run.counters.end() ? 0 : share->second.value};
    }
    if (run.aggregate_name == "median" || run.aggregate_name == "cv") {
      entries_[{run.family_index, run.aggregate_name}] = entry(run);
    }
  }
  ConsoleReporter::ReportRuns(shown);
}

const medians& results::found() const { return medians_; }

bool results::can_store(const std::filesystem::path& file) {
  std::error_code error;
  std::filesystem::create_directories(file.parent_path(), error);
  const bool opened = std::ofstream{draft_of(file)}.is_open();
  std::filesystem::remove(draft_of(file), error);
  return opened;
}

bool results::store(const std::filesystem::path& file) const {
  std::ofstream out{draft_of(file)};
  out << "{\n  \"context\": {\n    " << context_
      << "\n  },\n  \"benchmarks\": [";
  const char* separator = "\n    ";
  for (const auto& [key, entry] : entries_) {
    out << separator << entry;
    separator = ",\n    ";
  }
  out << "\n  ]\n}\n";
  out.close();
  if (!out) return false;
  std::error_code error;
  std::filesystem::rename(draft_of(file), file, error);
  return !error;
}

}  // namespace benchmarking
