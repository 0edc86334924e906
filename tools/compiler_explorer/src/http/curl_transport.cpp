// SPDX-License-Identifier: MIT
#include "compiler_explorer/curl_transport.hpp"

#include <curl/curl.h>

#include <memory>
#include <new>
#include <string>

#include "compiler_explorer/error.hpp"
#include "http/base_url.hpp"
#include "http/curl_error.hpp"
#include "http/curl_handle.hpp"
#include "http/reception.hpp"

namespace compiler_explorer {
namespace {

void initialise_curl() {
  // Never undone: others in the process may use it, until its end.
  static const CURLcode code = ::curl_global_init(CURL_GLOBAL_DEFAULT);
  if (code != CURLE_OK) throw http::curl_error(code, "anywhere");
}

struct free_list {
  void operator()(curl_slist* list) const { ::curl_slist_free_all(list); }
};
using header_list = std::unique_ptr<curl_slist, free_list>;

header_list to_list(const http_request& request) {
  header_list list;
  const auto append = [&list](const std::string& line) {
    curl_slist* const before = list.release();
    curl_slist* const longer = ::curl_slist_append(before, line.c_str());
    list.reset(longer == nullptr ? before : longer);
    if (longer == nullptr) throw std::bad_alloc{};
  };
  for (const http_header& each : request.headers) {
    append(each.name + ": " + each.value);
  }
  // Else a large request waits a second for a leave that few servers give.
  append("Expect:");
  return list;
}

void set_policy(CURL* curl, const http_request& request,
                const transport_limits& limits) {
  ::curl_easy_reset(curl);
  ::curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  ::curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  ::curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  ::curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "gzip");
  ::curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS,
                     static_cast<long>(limits.connect_time.count()));
  ::curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS,
                     static_cast<long>(request.total_time.count()));
  ::curl_easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE,
                     static_cast<curl_off_t>(limits.body_bytes));
  if (http::is_loopback(request.url)) {
    ::curl_easy_setopt(curl, CURLOPT_PROXY, "");
  }
}

}  // namespace

curl_transport::handle::handle() : curl{nullptr} {
  initialise_curl();
  curl = ::curl_easy_init();
  if (curl == nullptr) throw std::bad_alloc{};
}

curl_transport::handle::~handle() { ::curl_easy_cleanup(curl); }

curl_transport::curl_transport(const transport_limits& limits)
    : limits_{limits}, handle_{std::make_unique<handle>()} {}

curl_transport::~curl_transport() = default;

http_response curl_transport::perform(const http_request& request) {
  CURL* const curl = handle_->curl;
  http_response response;
  http::reception reception{response, limits_};
  const header_list headers = to_list(request);
  set_policy(curl, request, limits_);
  ::curl_easy_setopt(curl, CURLOPT_URL, request.url.c_str());
  ::curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  if (request.method == "POST") {
    ::curl_easy_setopt(curl, CURLOPT_POST, 1L);
    ::curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.data());
    ::curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE,
                       static_cast<curl_off_t>(request.body.size()));
  }
  ::curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &http::reception::take_body);
  ::curl_easy_setopt(curl, CURLOPT_WRITEDATA, &reception);
  ::curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION,
                     &http::reception::take_header);
  ::curl_easy_setopt(curl, CURLOPT_HEADERDATA, &reception);

  const CURLcode code = ::curl_easy_perform(curl);
  if (reception.too_large || code == CURLE_FILESIZE_EXCEEDED) {
    throw error{error_kind::too_large,
                "The answer is over the limit of " +
                    std::to_string(limits_.body_bytes >> 20U) + " MiB."};
  }
  if (code != CURLE_OK) throw http::curl_error(code, request.url);
  long status = 0;
  ::curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  response.status = static_cast<int>(status);
  return response;
}

}  // namespace compiler_explorer
