// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace compiler_explorer::links {

/// Base64 with the url-safe alphabet and no padding (RFC 4648).
[[nodiscard]] std::string base64_encode(std::string_view bytes);

/// Takes either alphabet, padded or not. Nothing if it is no base64.
[[nodiscard]] std::optional<std::string> base64_decode(std::string_view text);

}  // namespace compiler_explorer::links
