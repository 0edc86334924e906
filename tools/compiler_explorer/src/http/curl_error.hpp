// SPDX-License-Identifier: MIT
#pragma once

#include <curl/curl.h>

#include <string>

#include "compiler_explorer/error.hpp"

namespace compiler_explorer::http {

/// What a failure of libcurl means to the user.
[[nodiscard]] error curl_error(CURLcode code, const std::string& url);

}  // namespace compiler_explorer::http
