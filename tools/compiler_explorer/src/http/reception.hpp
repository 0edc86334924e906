// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "compiler_explorer/curl_transport.hpp"
#include "compiler_explorer/transport.hpp"

namespace compiler_explorer::http {

/// An answer as it comes in. Its functions are callbacks of libcurl, with the
/// reception as their last argument; they end the transfer at a limit.
struct reception {
  http_response& response;
  const transport_limits& limits;
  std::size_t header_bytes = 0;
  bool too_large = false;

  /// Part of the body, decompressed.
  static std::size_t take_body(const char* data, std::size_t one,
                               std::size_t size, void* own_reception);

  /// One line of the head.
  static std::size_t take_header(const char* data, std::size_t one,
                                 std::size_t size, void* own_reception);
};

}  // namespace compiler_explorer::http
