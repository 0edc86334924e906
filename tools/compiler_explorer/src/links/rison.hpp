// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "wire/json.hpp"

namespace compiler_explorer::links {

/// An object in Rison without the outer parentheses ("o-rison"), not yet
/// quoted for a URL. @throws error `invalid_request` if a string is not UTF-8.
[[nodiscard]] std::string to_rison(const wire::json& object);

/// @throws error `bad_link` if it is none.
[[nodiscard]] wire::json from_rison(std::string_view text);

}  // namespace compiler_explorer::links
