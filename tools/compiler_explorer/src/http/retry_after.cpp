// SPDX-License-Identifier: MIT
#include "http/retry_after.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>
#include <ctime>
#include <string>
#include <system_error>

namespace compiler_explorer::http {

std::optional<std::chrono::seconds> retry_after(const http_response& response) {
  using std::chrono::seconds;
  const std::string value{response.header("Retry-After")};
  if (value.empty()) return std::nullopt;
  const char* const end = value.data() + value.size();
  long long number = 0;
  const auto [stop, fault] = std::from_chars(value.data(), end, number);
  if (fault == std::errc::result_out_of_range) return longest_retry_after;
  if (fault != std::errc{} || stop != end) {
    const std::time_t date = ::curl_getdate(value.c_str(), nullptr);
    if (date == -1) return std::nullopt;
    number = date - std::time(nullptr);
  }
  return seconds{std::clamp<long long>(number, 0, longest_retry_after.count())};
}

}  // namespace compiler_explorer::http
