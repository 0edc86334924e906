// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "compiler_explorer/catalogue.hpp"
#include "wire/json.hpp"

namespace compiler_explorer::wire {

// Each: @throws error `bad_answer` if it is no list. Entries without an id are
// left out.
[[nodiscard]] std::vector<language> decode_languages(const json& answer);
[[nodiscard]] std::vector<compiler> decode_compilers(const json& answer);
[[nodiscard]] std::vector<library> decode_libraries(const json& answer);

}  // namespace compiler_explorer::wire
