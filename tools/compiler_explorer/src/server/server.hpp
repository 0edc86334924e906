// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "cache/disk_cache.hpp"
#include "compiler_explorer/client.hpp"
#include "server/courier.hpp"
#include "wire/json.hpp"

namespace compiler_explorer::server {

/// Something to ask a server.
struct question {
  std::string path;                ///< "/api/languages", percent-encoded.
  std::string body;                ///< JSON for POST; empty for GET.
  std::string about;               ///< "the list of compilers": for errors.
  std::chrono::seconds keep{0};    ///< How old an answer may be; 0: fresh.
  std::chrono::milliseconds time;  ///< How long it may take.
  bool offline_too = true;         ///< Whether the cache may ever answer.
  int retries = 2;                 ///< When the server is not ready.
};

/// One server and what is kept of its answers.
class server {
 public:
  server(const client_options& options, std::unique_ptr<transport> transport);

  /// Reads an answer, and says whether it may be kept. @throws error If the
  /// answer is not what it should be; then it is not kept, and if it was, it
  /// is asked for again.
  using reader = std::function<bool(const wire::json& answer)>;

  /// Gets the answer from the cache or the server to the reader.
  ///
  /// @returns Whether it came from the cache.
  bool ask(const question& asked, const reader& read);

  [[nodiscard]] const std::string& base() const { return base_; }

 private:
  [[nodiscard]] std::string key_of(const question& asked) const;
  [[nodiscard]] http_request request_of(const question& asked,
                                        const std::string& etag) const;
  bool read_kept(const cache::entry& kept, const question& asked,
                 const reader& read) const;
  bool fetch(const question& asked, std::optional<cache::entry> kept,
             const reader& read);

  std::string base_;
  std::string user_agent_;
  bool offline_;
  cache::disk_cache cache_;
  std::mutex one_at_a_time_;
  courier courier_;
};

}  // namespace compiler_explorer::server
