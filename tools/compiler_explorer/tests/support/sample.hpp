// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "compiler_explorer/transport.hpp"

namespace support {

/// A request and the answer that a real server gave to it.
struct sample {
  std::string path;  ///< Of the request.
  std::string body;  ///< Of the request, as JSON on one line.
  compiler_explorer::http_response response;
};

/// Reads tests/samples/<name>.json.
[[nodiscard]] sample read_sample(const std::string& name);

}  // namespace support
