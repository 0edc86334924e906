// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "compiler_explorer/client.hpp"
#include "compiler_explorer/transport.hpp"

namespace support {

/// What was asked of a scripted transport, and what it answers to the nth
/// request (from 0).
struct script {
  using answer = std::function<compiler_explorer::http_response(std::size_t)>;

  answer next;
  std::mutex mutex;
  std::vector<compiler_explorer::http_request> requests;
  /// What the client slept through.
  std::vector<std::chrono::milliseconds> sleeps;
};

/// Answers with these samples in turn; then with the last of them.
[[nodiscard]] std::shared_ptr<script> replay(
    const std::vector<std::string>& samples);

/// Answers with these in turn; then with the last of them.
[[nodiscard]] std::shared_ptr<script> answer_with(
    const std::vector<compiler_explorer::http_response>& responses);

/// A client without a network, without pauses.
[[nodiscard]] compiler_explorer::client client_of(
    const std::shared_ptr<script>& script,
    compiler_explorer::client_options options = {});

/// An answer of this status with this body.
[[nodiscard]] compiler_explorer::http_response response(
    int status, const std::string& body = "",
    const std::vector<compiler_explorer::http_header>& headers = {});

}  // namespace support
