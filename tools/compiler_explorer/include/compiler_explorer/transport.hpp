// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace compiler_explorer {

struct http_header {
  std::string name;
  std::string value;
};

struct http_request {
  std::string method;  ///< "GET" or "POST".
  std::string url;     ///< Absolute, percent-encoded.
  std::vector<http_header> headers;
  std::string body;                      ///< Sent as it is, by POST alone.
  std::chrono::milliseconds total_time;  ///< From the start to the last byte.
};

struct http_response {
  int status = 0;
  std::vector<http_header> headers;
  std::string body;  ///< Decompressed.

  /// The value of this header, whose case does not matter; empty if absent.
  [[nodiscard]] std::string_view header(std::string_view name) const;
};

/// Carries a request to a server and brings the answer back. Any status is an
/// answer; redirects are not followed.
///
/// A client calls it from one thread at a time.
class transport {
 public:
  transport() = default;
  transport(const transport&) = delete;
  transport& operator=(const transport&) = delete;
  virtual ~transport() = default;

  /// @throws error If there is no whole answer: `connection`, `timeout`,
  ///   `too_large`, or `bad_answer` for one that cannot be decompressed.
  virtual http_response perform(const http_request& request) = 0;
};

}  // namespace compiler_explorer
