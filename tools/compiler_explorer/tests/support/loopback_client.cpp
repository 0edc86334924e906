// SPDX-License-Identifier: MIT
#include "support/loopback_client.hpp"

#include <cstddef>

#include "support/error_of.hpp"

namespace support {

compiler_explorer::client client_of(const loopback_server& server,
                                    std::chrono::milliseconds patience) {
  compiler_explorer::client_options options;
  options.server = server.url();
  options.pause = std::chrono::milliseconds{0};
  options.sleep = [](std::chrono::milliseconds) {};
  options.list_time = patience;
  options.compile_time = patience;
  options.limits.body_bytes = std::size_t{1} << 20;
  return compiler_explorer::client{options};
}

compiler_explorer::compile_request small_request() {
  compiler_explorer::compile_request request;
  request.compiler = "g12";
  request.source = "int x;\n";
  return request;
}

compiler_explorer::error compile_error(
    const std::function<void(connection&)>& serve,
    std::chrono::milliseconds patience) {
  const loopback_server server{serve};
  return error_of(
      [&] { return client_of(server, patience).compile(small_request()); });
}

}  // namespace support
