// SPDX-License-Identifier: MIT
#pragma once

#include <httplib.h>

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "api/compilation.hpp"
#include "api/exercises.hpp"
#include "http/gate.hpp"
#include "http/site.hpp"
#include "jobs/sandbox.hpp"
#include "jobs/slots.hpp"

namespace live_pages {

struct settings {
  std::filesystem::path site = {};
  std::filesystem::path build = {};
  std::filesystem::path root = {};
  int port = 0;  ///< 0: one that is free.
  limits compile{.time = std::chrono::seconds{20}, .memory = 2U << 30U};
  limits run{.output = 32U << 10U};
  limits check{.time = std::chrono::seconds{600},
               .memory = std::size_t{4} << 30U,
               .processes = 128,
               .file = 512U << 20U,
               .output = 8U << 20U};
  std::size_t body = 1U << 20U;  ///< Bytes of a request.
};

/// Serves the site and its API on 127.0.0.1.
class server {
 public:
  /// Binds the port; throws std::system_error if it is taken.
  server(settings what, const sandbox& inside);

  [[nodiscard]] int port() const { return port_; }
  [[nodiscard]] const std::string& token() const { return gate_->token(); }

  /// Serves until `stop` is called, from another thread.
  void run();
  void stop();

 private:
  using request = httplib::Request;
  using response = httplib::Response;
  using make_task = std::function<std::unique_ptr<task>()>;

  void listen();
  void route_compilers();
  void route_exercises();
  httplib::Server::HandlerResponse before(const request& what, response& to);
  void serve_page(const request& what, response& to);
  void serve_changes(response& to);
  void work(response& to, const make_task& make);
  void check(const request& what, response& to);
  void compile(const request& what, response& to);

  settings what_;
  const sandbox& inside_;
  site site_;
  exercises exercises_;
  std::vector<compiler> compilers_;
  workshop workshop_;
  slots slots_{2, 6};
  slots watchers_{12, 0};
  std::atomic<bool> started_ = false;
  std::atomic<bool> stopping_ = false;
  std::atomic<bool> finished_ = false;
  httplib::Server http_;
  int port_ = 0;
  std::unique_ptr<gate> gate_;
};

}  // namespace live_pages
