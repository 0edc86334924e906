// SPDX-License-Identifier: MIT
#pragma once

#include "compiler_explorer/links.hpp"
#include "wire/json.hpp"

namespace compiler_explorer::links {

/// The state as `/clientstate/` and the shortener take it.
[[nodiscard]] wire::json to_json(const linked_state& state);

/// @throws error `bad_link` if it holds no session.
[[nodiscard]] linked_state from_json(const wire::json& state);

/// Parts of it that other forms share.
[[nodiscard]] wire::json libraries_json(
    const std::vector<library_choice>& libraries);
[[nodiscard]] std::vector<library_choice> libraries_from(
    const wire::json& array);

}  // namespace compiler_explorer::links
