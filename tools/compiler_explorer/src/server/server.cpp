// SPDX-License-Identifier: MIT
#include "server/server.hpp"

#include <algorithm>
#include <utility>

#include "compiler_explorer/error.hpp"
#include "http/base_url.hpp"

namespace compiler_explorer::server {
namespace {

std::string checked_user_agent(const std::string& text) {
  const bool printable = std::all_of(text.begin(), text.end(), [](char each) {
    return each >= ' ' && each <= '~';
  });
  if (text.empty() || !printable) {
    throw error{error_kind::invalid_request,
                "A User-Agent must be plain printable text."};
  }
  return text;
}

}  // namespace

server::server(const client_options& options,
               std::unique_ptr<transport> transport)
    : base_{http::base_url(options.server)},
      user_agent_{checked_user_agent(options.user_agent)},
      offline_{options.offline},
      cache_{options.cache},
      courier_{options, std::move(transport), cache_} {}

bool server::ask(const question& asked, const reader& read) {
  const std::lock_guard lock{one_at_a_time_};
  std::optional<cache::entry> kept;
  if (asked.offline_too) kept = cache_.find(key_of(asked));
  if (kept && read_kept(*kept, asked, read)) return true;
  if (offline_) {
    throw error{error_kind::offline,
                "This client is offline, and its cache does not hold " +
                    asked.about + " of " + base_ + '.'};
  }
  return fetch(asked, std::move(kept), read);
}

// Everything that the answer depends on.
std::string server::key_of(const question& asked) const {
  return base_ + asked.path + "\napplication/json\n" + asked.body;
}

// False: it is too old, or it does not read as it should.
bool server::read_kept(const cache::entry& kept, const question& asked,
                       const reader& read) const {
  const auto age = std::chrono::system_clock::now() - kept.stored;
  // An entry of the future comes from a clock that was wrong.
  const bool young = age < asked.keep && age >= std::chrono::seconds{-1};
  if (!offline_ && !young) return false;
  try {
    read(wire::parse(kept.body));
    return true;
  } catch (const error&) {
    return false;
  }
}

http_request server::request_of(const question& asked,
                                const std::string& etag) const {
  // Servers differ in what they take for JSON: no charset, no second type.
  constexpr const char* type = "application/json";
  http_request request;
  request.method = asked.body.empty() ? "GET" : "POST";
  request.url = base_ + asked.path;
  request.headers = {{"Accept", type}, {"User-Agent", user_agent_}};
  if (!asked.body.empty()) {
    request.headers.push_back({"Content-Type", type});
    request.body = asked.body;
  }
  if (!etag.empty()) request.headers.push_back({"If-None-Match", etag});
  request.total_time = asked.time;
  return request;
}

bool server::fetch(const question& asked, std::optional<cache::entry> kept,
                   const reader& read) {
  const bool get = asked.body.empty();
  const std::string etag = kept && get ? kept->etag : "";
  http_response response =
      courier_.carry(request_of(asked, etag), asked.retries, get);
  const bool unchanged = response.status == 304;
  if (unchanged && etag.empty()) {
    throw error{error_kind::bad_answer,
                base_ + " says that nothing changed, unasked.", 304};
  }
  if (unchanged && kept) response.body = kept->body;
  try {
    const bool keep = read(wire::parse(response.body));
    if (!keep || !asked.offline_too) return false;
  } catch (const error& wrong) {
    if (wrong.kind() != error_kind::bad_answer) throw;
    if (unchanged) return fetch(asked, std::nullopt, read);
    throw error{error_kind::bad_answer,
                base_ + " gave an answer that cannot be used. " + wrong.what(),
                response.status};
  }
  const std::string new_etag{response.header("ETag")};
  cache_.store(key_of(asked), {std::chrono::system_clock::now(),
                               unchanged && new_etag.empty() ? etag : new_etag,
                               std::move(response.body)});
  return false;
}

}  // namespace compiler_explorer::server
