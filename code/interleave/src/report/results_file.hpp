// SPDX-License-Identifier: MIT
#pragma once

#include "interleave/result.hpp"

namespace interleave::engine {

/// Appends a failed result as one line of JSON to the file that the environment
/// variable INTERLEAVE_RESULTS names, for tools that show executions. Says on
/// stderr if that file cannot be written.
void keep_result(const Result& result);

}  // namespace interleave::engine
