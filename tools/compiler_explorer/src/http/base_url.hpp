// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace compiler_explorer::http {

/// The URL of a server without trailing slashes; `http://` is put before a host
/// alone.
///
/// @throws error `invalid_request` if it is no URL by http or https, or has a
///   query, a fragment or a password.
[[nodiscard]] std::string base_url(std::string_view url);

/// Whether its host is this machine.
[[nodiscard]] bool is_loopback(std::string_view url);

}  // namespace compiler_explorer::http
