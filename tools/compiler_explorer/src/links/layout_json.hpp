// SPDX-License-Identifier: MIT
#pragma once

#include "compiler_explorer/links.hpp"
#include "wire/json.hpp"

namespace compiler_explorer::links {

/// The state as a layout of panes, which is what fragments hold.
[[nodiscard]] wire::json to_layout(const linked_state& state);

/// Takes layouts, and the older form with one compiler and its source.
/// @throws error `bad_link` if it holds no editor.
[[nodiscard]] linked_state from_layout(const wire::json& layout);

}  // namespace compiler_explorer::links
