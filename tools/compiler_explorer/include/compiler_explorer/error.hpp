// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace compiler_explorer {

/// What went wrong, as far as a program would act on it.
enum class error_kind : std::uint8_t {
  invalid_request,  ///< The caller's mistake; nothing was sent.
  unknown_name,     ///< No such compiler, library or version.
  offline,          ///< The client may not ask, and the cache does not know.
  connection,       ///< No connection, or one that broke off.
  timeout,          ///< The client's or the server's patience is at an end.
  rate_limited,     ///< Asked too often; `retry_after` says when to come back.
  refused,          ///< The server will not do it (status 3xx and 4xx).
  server_fault,     ///< The server failed (status 5xx, or by its own word).
  bad_answer,       ///< The answer is not what the protocol says.
  too_large,        ///< The request or the answer is over a limit.
  bad_link,         ///< The link holds no state that can be read.
};

/// The kind in words, for machines to match: "rate_limited".
[[nodiscard]] std::string_view to_string(error_kind kind);

/// Everything that this library throws on purpose. `what` is one or two plain
/// sentences to show to a person: never HTML, no line breaks, no control
/// characters.
class error : public std::runtime_error {
 public:
  error(error_kind kind, const std::string& sentence, int status = 0,
        std::optional<std::chrono::seconds> retry_after = std::nullopt);

  [[nodiscard]] error_kind kind() const noexcept { return kind_; }

  /// The HTTP status of the answer; 0 if there was none.
  [[nodiscard]] int status() const noexcept { return status_; }

  /// How long to wait before the next request, if the server said so.
  [[nodiscard]] std::optional<std::chrono::seconds> retry_after()
      const noexcept {
    return retry_after_;
  }

 private:
  error_kind kind_;
  int status_;
  std::optional<std::chrono::seconds> retry_after_;
};

}  // namespace compiler_explorer
