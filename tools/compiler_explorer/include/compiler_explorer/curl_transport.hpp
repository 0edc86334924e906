// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>

#include "compiler_explorer/transport.hpp"

namespace compiler_explorer {

/// What an answer may cost.
struct transport_limits {
  std::chrono::milliseconds connect_time{10'000};
  std::size_t body_bytes = std::size_t{32} << 20;  ///< After decompression.
  std::size_t header_bytes = std::size_t{256} << 10;
};

/// HTTP and HTTPS by libcurl: certificates checked, connections kept open,
/// answers compressed by gzip, proxies as the environment says (`https_proxy`),
/// except to this machine itself.
class curl_transport final : public transport {
 public:
  explicit curl_transport(const transport_limits& limits = {});
  ~curl_transport() override;

  http_response perform(const http_request& request) override;

 private:
  struct handle;
  transport_limits limits_;
  std::unique_ptr<handle> handle_;
};

}  // namespace compiler_explorer
