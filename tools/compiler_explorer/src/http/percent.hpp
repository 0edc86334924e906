// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace compiler_explorer::http {

/// The text with every byte as %XX but letters, digits, `-._~` and those in
/// `keep`.
[[nodiscard]] std::string percent_encode(std::string_view text,
                                         std::string_view keep = "");

/// %XX made bytes again; what is no such triple stays as it is.
[[nodiscard]] std::string percent_decode(std::string_view text);

}  // namespace compiler_explorer::http
