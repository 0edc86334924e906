// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <functional>

#include "compiler_explorer/client.hpp"
#include "compiler_explorer/error.hpp"
#include "support/loopback_server.hpp"

namespace support {

/// Header lines and a body as a server that behaves sends them.
inline constexpr const char* json_type = "Content-Type: application/json\r\n";
inline constexpr const char* success =
    R"({"code": 0, "asm": [{"text": "ret", "source": {"line": 1}}]})";

/// Nothing waits so long but where the test is about patience.
inline constexpr std::chrono::milliseconds patient{30'000};
inline constexpr std::chrono::milliseconds impatient{200};

/// A client with its own transport, which takes no body over 1 MiB.
[[nodiscard]] compiler_explorer::client client_of(
    const loopback_server& server,
    std::chrono::milliseconds patience = patient);

/// Something to compile.
[[nodiscard]] compiler_explorer::compile_request small_request();

/// How a compilation fails at a server that does this.
[[nodiscard]] compiler_explorer::error compile_error(
    const std::function<void(connection&)>& serve,
    std::chrono::milliseconds patience = patient);

}  // namespace support
