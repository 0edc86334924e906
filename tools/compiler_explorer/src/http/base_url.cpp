// SPDX-License-Identifier: MIT
#include "http/base_url.hpp"

#include <algorithm>
#include <cctype>

#include "compiler_explorer/error.hpp"
#include "text/nearest_words.hpp"

namespace compiler_explorer::http {
namespace {

// The host of an absolute URL; of IPv6, without brackets.
std::string_view host_of(std::string_view url) {
  url.remove_prefix(std::min(url.find("://") + 3, url.size()));
  url = url.substr(0, url.find_first_of("/?#"));
  if (!url.empty() && url.front() == '[') {
    return url.substr(1, url.find(']') - 1);
  }
  return url.substr(0, url.find(':'));
}

}  // namespace

std::string base_url(std::string_view url) {
  std::string text{url};
  if (text.find("://") == std::string::npos) text = "http://" + text;
  while (text.ends_with('/')) text.pop_back();
  const std::string scheme = text::lower(text.substr(0, text.find("://")));
  const bool readable = std::all_of(text.begin(), text.end(), [](char each) {
    return each > ' ' && each <= '~' && each != '"' && each != '\\';
  });
  if ((scheme != "http" && scheme != "https") || !readable ||
      text.find_first_of("?#@") != std::string::npos || host_of(text).empty()) {
    throw error{error_kind::invalid_request,
                "'" + std::string{url} +
                    "' is no address of a server, such as "
                    "https://godbolt.org or http://localhost:10240."};
  }
  return text;
}

bool is_loopback(std::string_view url) {
  const std::string host = text::lower(host_of(url));
  return host == "localhost" || host == "::1" ||
         (host.starts_with("127.") &&
          host.find_first_not_of("0123456789.") == std::string::npos);
}

}  // namespace compiler_explorer::http
