// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "interleave/execution.hpp"
#include "interleave/options.hpp"
#include "interleave/result.hpp"

namespace interleave {

/// One execution of an enumerated body.
struct Enumerated {
  Execution execution;
  std::string outcome;                ///< What was observed, if it completed.
  std::optional<FailureKind> failed;  ///< None: it completed.
  std::string sentence;               ///< What went wrong, if it failed.
};

/// All executions of a body, for tools that show how a small program can go.
struct Enumeration {
  std::vector<Enumerated> executions;
  std::string not_exhaustive;  ///< Why some may be missing; empty if none is.

  /// By the schema in docs/enumeration.schema.json.
  [[nodiscard]] std::string to_json() const;
};

/// Explores the body like `explore`, but goes on after a failure, and tells of
/// every execution that completes or fails. Each is run twice and kept, so this
/// is for bodies with some hundreds of executions. An execution that fails
/// before its end stands for all that begin so.
Enumeration enumerate(const std::function<void()>& body,
                      const Options& options = {});

}  // namespace interleave
