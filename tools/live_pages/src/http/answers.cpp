// SPDX-License-Identifier: MIT
#include "http/answers.hpp"

#include <nlohmann/json.hpp>

#include "http/peer.hpp"

namespace live_pages {

using nlohmann::json;

call call_of(const httplib::Request& what, int port) {
  return {.method = what.method,
          .path = what.path,
          .target = what.target,
          .host = what.get_header_value("Host"),
          .hosts = what.get_header_value_count("Host"),
          .origin = what.get_header_value("Origin"),
          .fetch_site = what.get_header_value("Sec-Fetch-Site"),
          .content_type = what.get_header_value("Content-Type"),
          .length = what.get_header_value("Content-Length"),
          .token = what.get_header_value("X-Locksmith-Token"),
          .encoded = what.has_header("Transfer-Encoding") ||
                     what.has_header("Content-Encoding"),
          .ranged = what.has_header("Range"),
          .own_user = is_own_connection(what.remote_port, port)};
}

void guard(httplib::Response& to) {
  if (to.has_header("X-Content-Type-Options")) return;
  to.set_header("X-Content-Type-Options", "nosniff");
  to.set_header("X-Frame-Options", "DENY");
  to.set_header("Referrer-Policy", "no-referrer");
  to.set_header("Cross-Origin-Resource-Policy", "same-origin");
  to.set_header("Cross-Origin-Opener-Policy", "same-origin");
  if (!to.has_header("Cache-Control")) {
    to.set_header("Cache-Control", "no-store");
  }
  if (!to.has_header("Content-Security-Policy")) {
    to.set_header("Content-Security-Policy",
                  "default-src 'none'; frame-ancestors 'none'");
  }
}

void answer_json(httplib::Response& to, const json& what) {
  to.status = 200;
  to.set_content(what.dump(-1, ' ', false, json::error_handler_t::replace),
                 "application/json");
}

void answer_error(httplib::Response& to, int status, const std::string& why) {
  to.status = status;
  to.set_content(failure(why), "application/json");
}

std::string failure(const std::string& why) {
  const json what{{"error", true}, {"message", why}};
  return what.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace live_pages
