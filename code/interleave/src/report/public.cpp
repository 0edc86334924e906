// SPDX-License-Identifier: MIT
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <ostream>
#include <utility>
#include <vector>

#include "fibers/machine.hpp"
#include "interleave/interleave.hpp"
#include "report/results_file.hpp"
#include "report/symbolizer.hpp"
#include "search/explorer.hpp"

namespace interleave {

using engine::Busy;
using engine::Machine;
using engine::machine;

namespace {

Result explore(const std::function<void()>& body, const Options& options,
               std::vector<Enumerated>* all, void* caller) {
  if (Machine::inside()) {
    const Busy busy;
    machine.fail(FailureKind::unsupported,
                 "explore was called inside of an exploration%1",
                 {reinterpret_cast<std::uintptr_t>(caller)});
  }
  static std::atomic_flag running;
  if (running.test_and_set(std::memory_order_acquire)) {
    ResultBuilder refused;
    refused.refuse("another real thread explores already; one at a time");
    return refused.take();
  }
  Result result = engine::Explorer{body, options, all}.run();
  running.clear(std::memory_order_release);
  return result;
}

/// Whether the execution that fails has a spurious wake-up or the like.
bool fails_by_a_whim(const Result& result) {
  if (result.ok()) {
    return false;
  }
  const std::vector<Step>& steps = result.failure()->execution.steps;
  return std::any_of(steps.begin(), steps.end(), [](const Step& step) {
    return step.operation.starts_with("spurious");
  });
}

}  // namespace

Result explore(const std::function<void()>& body, const Options& options) {
  void* const caller = __builtin_return_address(0);
  Result result = explore(body, options, nullptr, caller);
  if (fails_by_a_whim(result) && !options.replay) {
    // It is easier to understand without, if it fails then too.
    Options calm = options;
    calm.spurious_failures = calm.spurious_wakeups = false;
    Result other = explore(body, calm, nullptr, caller);
    if (!other.ok()) {
      result = std::move(other);
    }
  }
  engine::keep_result(result);
  return result;
}

Enumeration enumerate(const std::function<void()>& body,
                      const Options& options) {
  Enumeration all;
  all.not_exhaustive =
      explore(body, options, &all.executions, __builtin_return_address(0))
          .not_exhaustive();
  return all;
}

bool detail::set_source_root(const char* directory) {
  engine::Symbolizer::set_root(directory);
  return true;
}

bool exploring() { return Machine::inside(); }

void observe(std::string_view text) {
  if (Machine::inside()) {
    const Busy busy;
    std::string& observed = machine.self().observed;
    observed += observed.empty() ? "" : ", ";
    observed += text;
  }
}

void require(bool condition, std::string_view text) {
  if (condition) {
    return;
  }
  if (!Machine::inside()) {
    std::fprintf(stderr, "requirement failed: %.*s\n",
                 static_cast<int>(text.size()), text.data());
    std::abort();
  }
  const Busy busy;
  machine.fail(FailureKind::requirement, std::string{text} + "%1",
               {reinterpret_cast<std::uintptr_t>(__builtin_return_address(0))});
}

}  // namespace interleave
