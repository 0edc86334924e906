// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interleave/execution.hpp"

namespace interleave {

/// What went wrong in an execution.
enum class FailureKind : std::uint8_t {
  race,              ///< Two unordered accesses, one plain, one a write.
  requirement,       ///< `interleave::require` was given false.
  expectation,       ///< A GoogleTest expectation or assertion failed.
  assertion,         ///< The `assert` macro, or `abort`.
  exception,         ///< An exception left a thread or the body.
  deadlock,          ///< Every unfinished thread waits for another.
  endless_loop,      ///< A thread spins on values that nobody will change.
  use_after_free,    ///< Access to a heap block that was freed before.
  double_free,       ///< A heap block freed twice.
  invalid_free,      ///< Freed what was never allocated.
  out_of_bounds,     ///< Access to the heap outside of any block.
  leak,              ///< A heap block that nothing reaches at the end.
  uninitialised,     ///< A read of heap memory that nobody wrote.
  misuse,            ///< A lock or thread used against its contract.
  nondeterministic,  ///< The body did not repeat itself.
  crash,             ///< A signal such as SIGSEGV.
  unsupported,       ///< Something that the checker does not model.
};

/// The word for a kind, as JSON and text print it: "data race", "deadlock".
std::string_view to_string(FailureKind kind);

/// A failure: its kind, one sentence, and the execution that shows it.
struct Failure {
  FailureKind kind{};
  std::string sentence;
  Execution execution;
};

/// The outcome of `explore`.
class Result {
 public:
  /// No failure was found. Whether everything was explored is said by
  /// `exhaustive`.
  [[nodiscard]] bool ok() const { return !failure_.has_value(); }

  /// Every execution was explored: no limit was reached, no failure stopped
  /// the search, and it was not a random walk or a replay.
  [[nodiscard]] bool exhaustive() const { return not_exhaustive_.empty(); }

  /// Why the exploration is not exhaustive; empty if it is.
  [[nodiscard]] const std::string& not_exhaustive() const {
    return not_exhaustive_;
  }

  /// Complete executions: every thread ran to its end.
  [[nodiscard]] std::uint64_t executions() const { return executions_; }

  /// Executions cut because a thread waits for a store that comes in another.
  [[nodiscard]] std::uint64_t blocked() const { return blocked_; }

  /// Complete executions met twice; counted if `Options::count_duplicates`.
  [[nodiscard]] std::uint64_t duplicates() const { return duplicates_; }

  /// What `observe` recorded, and in how many complete executions. Texts of
  /// one execution are joined by ", ", in the order of threads.
  [[nodiscard]] const std::map<std::string, std::uint64_t>& outcomes() const {
    return outcomes_;
  }

  [[nodiscard]] const std::optional<Failure>& failure() const {
    return failure_;
  }

  /// The seed, if this was a random walk.
  [[nodiscard]] std::optional<std::uint64_t> seed() const { return seed_; }

  /// The result by the schema in docs/result.schema.json.
  [[nodiscard]] std::string to_json() const;

 private:
  friend class ResultBuilder;

  std::string not_exhaustive_;
  std::uint64_t executions_ = 0;
  std::uint64_t blocked_ = 0;
  std::uint64_t duplicates_ = 0;
  std::map<std::string, std::uint64_t> outcomes_;
  std::optional<Failure> failure_;
  std::optional<std::uint64_t> seed_;
};

/// Prints the verdict, and the failing execution if there is one.
std::ostream& operator<<(std::ostream& out, const Result& result);

}  // namespace interleave
