// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "graph/graph.hpp"
#include "report/recorder.hpp"

namespace interleave::engine {

/// The records in an order in which each load reads the newest store, with as
/// few changes of thread as come by themselves. Where weak memory leaves no
/// such order they stay as they are: each load behind the store that it reads.
std::vector<Recorder::Record> arranged(
    const Graph& graph, const std::vector<Recorder::Record>& records);

}  // namespace interleave::engine
