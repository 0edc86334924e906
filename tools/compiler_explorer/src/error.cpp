// SPDX-License-Identifier: MIT
#include "compiler_explorer/error.hpp"

#include "text/one_line.hpp"

namespace compiler_explorer {

std::string_view to_string(error_kind kind) {
  switch (kind) {
    case error_kind::invalid_request:
      return "invalid_request";
    case error_kind::unknown_name:
      return "unknown_name";
    case error_kind::offline:
      return "offline";
    case error_kind::connection:
      return "connection";
    case error_kind::timeout:
      return "timeout";
    case error_kind::rate_limited:
      return "rate_limited";
    case error_kind::refused:
      return "refused";
    case error_kind::server_fault:
      return "server_fault";
    case error_kind::bad_answer:
      return "bad_answer";
    case error_kind::too_large:
      return "too_large";
    case error_kind::bad_link:
      return "bad_link";
  }
  return "unknown";
}

error::error(error_kind kind, const std::string& sentence, int status,
             std::optional<std::chrono::seconds> retry_after)
    : std::runtime_error{text::one_line(sentence)},
      kind_{kind},
      status_{status},
      retry_after_{retry_after} {}

}  // namespace compiler_explorer
