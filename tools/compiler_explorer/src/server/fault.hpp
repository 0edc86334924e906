// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "compiler_explorer/error.hpp"
#include "compiler_explorer/transport.hpp"

namespace compiler_explorer::server {

/// What an answer other than 200 means to the user.
///
/// @param base The server's URL, to be named.
[[nodiscard]] error fault(const http_response& response,
                          const std::string& base);

}  // namespace compiler_explorer::server
