// SPDX-License-Identifier: MIT
#include "http/reception.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace compiler_explorer::http {

std::size_t reception::take_body(const char* data, std::size_t /*one*/,
                                 std::size_t size, void* own_reception) {
  auto& own = *static_cast<reception*>(own_reception);
  std::string& body = own.response.body;
  own.too_large = size > own.limits.body_bytes - body.size();
  if (own.too_large) return CURL_WRITEFUNC_ERROR;
  body.append(data, size);
  return size;
}

std::size_t reception::take_header(const char* data, std::size_t /*one*/,
                                   std::size_t size, void* own_reception) {
  auto& own = *static_cast<reception*>(own_reception);
  own.header_bytes += size;
  own.too_large = own.header_bytes > own.limits.header_bytes;
  if (own.too_large) return CURL_WRITEFUNC_ERROR;
  const std::string_view line{data, size};
  if (line.starts_with("HTTP/")) {  // whatever came was of an answer before it
    own.response.headers.clear();
  }
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return size;
  std::string_view value = line.substr(colon + 1);
  value.remove_prefix(std::min(value.find_first_not_of(" \t"), value.size()));
  value = value.substr(0, value.find_last_not_of(" \t\r\n") + 1);
  own.response.headers.push_back(
      {std::string{line.substr(0, colon)}, std::string{value}});
  return size;
}

}  // namespace compiler_explorer::http
