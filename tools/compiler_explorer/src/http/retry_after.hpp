// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>

#include "compiler_explorer/transport.hpp"

namespace compiler_explorer::http {

/// The longest that a server is believed.
inline constexpr std::chrono::seconds longest_retry_after =
    std::chrono::hours{1};

/// What the header Retry-After says, as seconds or as a date: from 0 to
/// `longest_retry_after`. Nothing if it is absent or nonsense.
[[nodiscard]] std::optional<std::chrono::seconds> retry_after(
    const http_response& response);

}  // namespace compiler_explorer::http
