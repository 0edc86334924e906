// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "fibers/trouble.hpp"

namespace interleave::engine {

class Chronicle;
class Machine;
class Recorder;

/// The one sentence of what went wrong; with the edge that is missing, and the
/// order that would make it, if there is one.
std::string explain(Machine& from, Chronicle& chronicle,
                    const Recorder& recorder, const Trouble& trouble);

/// The limit that was reached, with its place.
std::string describe_limit(Machine& from);

}  // namespace interleave::engine
