// SPDX-License-Identifier: MIT
#include "server/fault.hpp"

#include <string_view>

#include "http/retry_after.hpp"
#include "server/plain_sentence.hpp"

namespace compiler_explorer::server {
namespace {

error_kind kind_of(int status) {
  switch (status) {
    case 408:
    case 504:
      return error_kind::timeout;
    case 413:
    case 414:
    case 431:
      return error_kind::too_large;
    case 429:
      return error_kind::rate_limited;
    default:
      break;
  }
  if (status >= 500) return error_kind::server_fault;
  // 1xx and other 2xx: no server sends them to what this client asks.
  return status >= 300 ? error_kind::refused : error_kind::bad_answer;
}

std::string beginning(error_kind kind, int status, const std::string& base) {
  const std::string number = " (status " + std::to_string(status) + ")";
  switch (kind) {
    case error_kind::timeout:
      return base + " gave up: it took too long" + number;
    case error_kind::too_large:
      return "That is too large for " + base + number;
    case error_kind::rate_limited:
      return base + " was asked too often and wants a rest" + number;
    case error_kind::server_fault:
      return base + " failed" + number;
    case error_kind::bad_answer:
      return base + " gave an answer that makes no sense here" + number;
    default:
      return base + " refused" + number;
  }
}

std::string closed(std::string sentence) {
  if (!sentence.empty() &&
      std::string_view{".!?"}.find(sentence.back()) == std::string_view::npos) {
    sentence += '.';
  }
  return sentence;
}

}  // namespace

error fault(const http_response& response, const std::string& base) {
  const error_kind kind = kind_of(response.status);
  const auto wait = http::retry_after(response);
  std::string sentence = beginning(kind, response.status, base);
  const std::string_view target = response.header("Location");
  if (response.status / 100 == 3 && !target.empty()) {
    sentence += ": it sends this client on to ";
    sentence += target;
    sentence += ". If that is the right server, name it instead.";
  } else {
    const std::string said = plain_sentence(response.body);
    sentence = closed(said.empty() ? sentence : sentence + ": " + said);
  }
  if (kind == error_kind::rate_limited && wait) {
    sentence += " Try again in " + std::to_string(wait->count()) + " seconds.";
  }
  return {kind, sentence, response.status, wait};
}

}  // namespace compiler_explorer::server
