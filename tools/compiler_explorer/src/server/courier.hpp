// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "cache/disk_cache.hpp"
#include "compiler_explorer/client.hpp"
#include "compiler_explorer/transport.hpp"
#include "server/rest.hpp"

namespace compiler_explorer::server {

/// Carries requests to one server, with the manners of a good guest: a pause
/// between them, `Retry-After` obeyed, few second tries.
class courier {
 public:
  /// @param cache Where it keeps note of a server that wants a rest.
  courier(const client_options& options, std::unique_ptr<transport> transport,
          const cache::disk_cache& cache);

  /// @param retries How often to try again when the server is not ready.
  /// @param again_if_lost Whether to try again, too, when there is no answer.
  /// @returns An answer of status 200 or 304.
  /// @throws error For any other, or if there is none.
  [[nodiscard]] http_response carry(const http_request& request, int retries,
                                    bool again_if_lost);

 private:
  using clock = std::chrono::steady_clock;

  [[nodiscard]] http_response send(const http_request& request);
  void refuse_if_resting() const;
  bool wait_as_told(const http_response& response, bool waited_before);

  std::string base_;
  std::chrono::milliseconds pause_;
  std::chrono::seconds longest_wait_;
  std::function<void(std::chrono::milliseconds)> sleep_;
  std::unique_ptr<transport> transport_;
  clock::time_point last_end_{};
  rest rest_;
};

}  // namespace compiler_explorer::server
