// SPDX-License-Identifier: MIT
#include "http/curl_error.hpp"

namespace compiler_explorer::http {
namespace {

// The server's part of a URL: "https://host:port".
std::string server_of(const std::string& url) {
  const auto host = url.find("://");
  return url.substr(0,
                    host == std::string::npos ? host : url.find('/', host + 3));
}

}  // namespace

error curl_error(CURLcode code, const std::string& url) {
  const std::string server = server_of(url);
  switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
      return {error_kind::timeout, server + " did not answer in time."};
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
      return {error_kind::connection,
              server + " cannot be found. Is the network up?"};
    case CURLE_COULDNT_CONNECT:
      return {error_kind::connection,
              server + " cannot be reached. Is it up, and the network?"};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
      return {error_kind::connection,
              server +
                  " does not prove who it is: its certificate is not "
                  "accepted."};
    case CURLE_SSL_CONNECT_ERROR:
      return {error_kind::connection,
              server + " cannot be reached securely (TLS)."};
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
      return {error_kind::connection,
              "The connection to " + server +
                  " broke off before the answer was complete."};
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
      return {error_kind::bad_answer,
              "What " + server + " answers cannot be read."};
    default:
      return {error_kind::connection, "The request to " + server + " failed: " +
                                          ::curl_easy_strerror(code) + "."};
  }
}

}  // namespace compiler_explorer::http
