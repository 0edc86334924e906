// SPDX-License-Identifier: MIT
#include "http/server.hpp"

#include <cerrno>
#include <chrono>
#include <system_error>
#include <utility>

#include "complaint.hpp"
#include "http/answers.hpp"
#include "http/page.hpp"

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

void server::serve_page(const request& what, response& to) {
  bool slash = false;
  std::optional<site_file> file = site_.find(what.path, slash);
  to.status = 200;
  if (file && slash) {
    to.status = 301;
    to.set_header("Location",
                  what.target.substr(0, what.target.find('?')) + '/');
    return;
  }
  if (!file) {
    file = site_.find("/404.html", slash);
    to.status = 404;
  }
  if (!file) return answer_error(to, 404, "There is no such page.");
  if (file->type.starts_with("text/html")) {
    const std::string nonce = random_text();
    to.set_header("Content-Security-Policy", policy(nonce));
    to.set_content(live_page(file->text, nonce, gate_->token()), file->type);
    return;
  }
  to.set_header("Cache-Control", "no-cache");
  to.set_header("ETag", file->tag);
  if (to.status == 200 && what.get_header_value("If-None-Match") == file->tag) {
    to.status = 304;
    return;
  }
  to.set_content(file->text, file->type);
}

// A line whenever the site has been built anew.
void server::serve_changes(response& to) {
  auto place = watchers_.queue();
  if (!place) return answer_error(to, 429, "Too many pages are open.");
  to.status = 200;
  auto held = std::make_shared<slots::place>(std::move(*place));
  auto last = std::make_shared<std::string>("?");
  to.set_chunked_content_provider(
      "text/event-stream",
      [this, held, last](std::size_t, httplib::DataSink& sink) {
        std::string now = site_.stamp();
        if (!now.empty() && now != *last) {
          *last = std::move(now);
          const std::string text = "data: " + *last + "\n\n";
          sink.write(text.data(), text.size());
        }
        for (int k = 0; k < 5 && !stopping_; ++k) {
          std::this_thread::sleep_for(100ms);
        }
        return !stopping_ && sink.is_writable() && sink.write(":\n", 2);
      });
}

// The answer comes when the work is done. Until then blanks are sent, which
// JSON allows before it, to find out whether the reader is still there.
void server::work(response& to, const make_task& make) {
  auto place = slots_.queue();
  if (!place) {
    to.set_header("Retry-After", "5");
    return answer_error(to, 429, "Too much is under way; try again soon.");
  }
  struct state {
    slots::place place;
    std::unique_ptr<task> doing;
  };
  auto now = std::make_shared<state>(state{std::move(*place), nullptr});
  to.status = 200;
  to.set_chunked_content_provider(
      "application/json",
      [this, now, make](std::size_t, httplib::DataSink& sink) {
        std::string text = " ";
        bool done = false;
        try {
          if (!now->place.turn()) {
            std::this_thread::sleep_for(50ms);
          } else {
            if (!now->doing) now->doing = make();
            done = now->doing->advance(200ms);
            if (done) text = now->doing->answer();
          }
        } catch (const std::exception& problem) {
          text = failure(problem.what());
          done = true;
        }
        if (stopping_ || !sink.is_writable() ||
            !sink.write(text.data(), text.size())) {
          now->doing.reset();
          return false;
        }
        if (done) {
          now->doing.reset();
          sink.done();
        }
        return true;
      },
      [now](bool) { now->doing.reset(); });
}

}  // namespace live_pages
