// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "compiler_explorer/result.hpp"
#include "wire/json.hpp"

namespace compiler_explorer::wire {

/// The assembly of an answer, which is an array or, rarely, one text.
[[nodiscard]] std::vector<assembly_line> decode_assembly(const json& answer);

}  // namespace compiler_explorer::wire
