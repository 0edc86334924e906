// SPDX-License-Identifier: MIT
#pragma once

#include "graph/graph.hpp"

namespace interleave::engine {

/// Whether `write`, which is being added and has no place yet, may become the
/// source of `read`, which is older. What was added after the read, and is
/// not in the write's prefix, is then deleted and comes again. Only a graph
/// whose deleted part was built newest-first may do so: of all the graphs
/// that differ in the deleted part alone there is exactly one.
bool may_revisit(const Graph& graph, const Event& write, const Event& read);

/// Whether the event ends a loop that waits in vain: no write that may still
/// come can become what one of the loop's reads reads.
bool settled(const Graph& graph, Ref event);

/// Whether the event ends a loop each of whose reads has read the newest.
bool waits_on_newest(const Graph& graph, Ref event);

}  // namespace interleave::engine
