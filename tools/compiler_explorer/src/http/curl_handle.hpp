// SPDX-License-Identifier: MIT
#pragma once

#include <curl/curl.h>

#include "compiler_explorer/curl_transport.hpp"

namespace compiler_explorer {

/// libcurl's handle, which keeps connections open.
struct curl_transport::handle {
  CURL* curl;

  handle();
  handle(const handle&) = delete;
  handle& operator=(const handle&) = delete;
  ~handle();
};

}  // namespace compiler_explorer
