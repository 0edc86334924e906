// SPDX-License-Identifier: MIT
#include "http/server.hpp"

#include <cerrno>
#include <chrono>
#include <system_error>
#include <utility>

#include "complaint.hpp"
#include "http/answers.hpp"

namespace live_pages {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t threads = 32;

std::vector<std::filesystem::path> header_folders(const exercises& all) {
  const command_line::house home = all.home();
  std::vector<std::filesystem::path> folders;
  for (const command_line::chapter& each : home.chapters) {
    folders.push_back(each.dir);
    folders.push_back(each.dir / "steps");
  }
  folders.push_back(home.root / "code");
  return folders;
}

}  // namespace

server::server(settings what, const sandbox& inside)
    : what_{std::move(what)},
      inside_{inside},
      site_{what_.site},
      exercises_{what_.build},
      compilers_{find_compilers()},
      workshop_{inside_, header_folders(exercises_), what_.compile, what_.run} {
  listen();
}

void server::listen() {
  http_.new_task_queue = [] { return new httplib::ThreadPool{threads}; };
  // Whatever a request leaves unread is never taken for the next one.
  http_.set_keep_alive_max_count(1);
  http_.set_read_timeout(5s);
  http_.set_write_timeout(5s);
  http_.set_payload_max_length(what_.body);
  // Without the library's SO_REUSEPORT: a port has one server.
  http_.set_socket_options([](int socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  http_.set_pre_routing_handler(
      [this](const request& asked, response& to) { return before(asked, to); });
  http_.set_post_routing_handler(
      [](const request&, response& to) { guard(to); });
  http_.set_exception_handler(
      [](const request&, response& to, const std::exception_ptr& problem) {
        try {
          std::rethrow_exception(problem);
        } catch (const std::out_of_range& none) {
          answer_error(to, 404, none.what());
        } catch (const bad_request& bad) {
          answer_error(to, 400, bad.what());
        } catch (const std::exception& other) {
          answer_error(to, 500, other.what());
        }
        guard(to);
      });
  route_compilers();
  route_exercises();
  errno = 0;
  port_ = what_.port;
  if (what_.port == 0) {
    port_ = http_.bind_to_any_port("127.0.0.1");
  } else if (!http_.bind_to_port("127.0.0.1", what_.port)) {
    port_ = -1;
  }
  if (port_ <= 0) {
    throw std::system_error{errno == 0 ? EADDRINUSE : errno,
                            std::generic_category(), "bind"};
  }
  gate_ = std::make_unique<gate>(port_, random_text(), what_.body);
}

void server::run() {
  started_ = true;
  // Either this sees that it is to stop, or `stop` that it has started.
  if (!stopping_) http_.listen_after_bind();
  finished_ = true;
}

void server::stop() {
  stopping_ = true;
  // The library forgets what it is told before it listens.
  while (started_ && !finished_ && !http_.is_running()) {
    std::this_thread::sleep_for(1ms);
  }
  http_.stop();
}

httplib::Server::HandlerResponse server::before(const request& what,
                                                response& to) {
  using enum httplib::Server::HandlerResponse;
  if (const auto no = gate_->check(call_of(what, port_))) {
    answer_error(to, no->status, no->reason);
  } else if (what.path == "/api/changes") {
    serve_changes(to);
  } else if (what.path.starts_with("/api/")) {
    return Unhandled;
  } else if (what.method == "POST") {
    answer_error(to, 405, "Method Not Allowed");
  } else {
    serve_page(what, to);
  }
  guard(to);
  return Handled;
}

}  // namespace live_pages
