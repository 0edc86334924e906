// SPDX-License-Identifier: MIT
#include <benchmark/benchmark.h>

#include <cstdio>
#include <future>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "benchmarking/context.hpp"
#include "benchmarking/ratios.hpp"
#include "benchmarking/results.hpp"

namespace {

// The options of Google Benchmark, and before them:
//   --smoke        run everything for a moment; the times mean nothing
//   --store=FILE   write the medians to FILE
struct options {
  bool smoke = false;
  bool filtered = false;
  std::string store{};
  std::vector<std::string> rest{};
};

options read(int argc, char** argv) {
  options result;
  for (const std::string_view argument :
       std::vector<std::string_view>(argv + 1, argv + argc)) {
    if (argument == "--smoke") {
      result.smoke = true;
    } else if (argument.starts_with("--store=")) {
      result.store = argument.substr(8);
    } else {
      result.filtered |= argument.starts_with("--benchmark_filter");
      result.rest.emplace_back(argument);
    }
  }
  return result;
}

bool initialize(char* program, const options& chosen) {
  std::vector<std::string> words;
  if (chosen.smoke) {
    words = {"--benchmark_min_time=0.0001"};
  } else {
    // Interleaved, so that what disturbs the machine disturbs all rows alike.
    words = {"--benchmark_min_time=0.1", "--benchmark_repetitions=9",
             "--benchmark_enable_random_interleaving=true",
             "--benchmark_report_aggregates_only=true"};
  }
  words.insert(words.end(), chosen.rest.begin(), chosen.rest.end());
  std::vector<char*> pointers{program};
  for (std::string& word : words) pointers.push_back(word.data());
  int count = static_cast<int>(pointers.size());
  benchmark::Initialize(&count, pointers.data());
  return !benchmark::ReportUnrecognizedArguments(count, pointers.data());
}

int run(const options& chosen) {
  const auto context = benchmarking::context();
  for (const auto& [key, value] : context) {
    benchmark::AddCustomContext(key, value);
  }
  if (const double load = benchmarking::load(); !chosen.smoke && load > 0.5) {
    std::printf("The machine is not quiet (load %.1f): do not trust this.\n",
                load);
  }
  benchmarking::results results{context};
  benchmark::RunSpecifiedBenchmarks(&results);
  for (const std::string& peer : benchmarking::absent()) {
    std::printf("Not measured: %s\n", peer.c_str());
  }
  const bool complete =
      benchmarking::print_ratios(benchmarking::ratios(), results.found());
  if (!complete && !chosen.filtered) return 1;
  if (!chosen.store.empty() && !results.store(chosen.store)) {
    std::printf("%s cannot be written\n", chosen.store.c_str());
    return 1;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const options chosen = read(argc, argv);
  if (!chosen.store.empty() && (chosen.smoke || chosen.filtered)) {
    std::printf("--store keeps all rows: without --smoke or a filter\n");
    return 1;
  }
  if (!initialize(argv[0], chosen)) return 1;
  if (!chosen.store.empty() &&
      !benchmarking::results::can_store(chosen.store)) {
    std::printf("%s cannot be written\n", chosen.store.c_str());
    return 1;
  }
  // A second thread, asleep until the end: while a process has only one, the C
  // and C++ libraries may leave out what makes an operation atomic.
  std::promise<void> end;
  std::thread company{[done = end.get_future()] { done.wait(); }};
  const int code = run(chosen);
  end.set_value();
  company.join();
  return code;
}
