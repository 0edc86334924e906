// SPDX-License-Identifier: MIT
// Files of the site, and the news that it has been built anew.
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "http/answers.hpp"
#include "http/page.hpp"
#include "http/server.hpp"

namespace live_pages {

using namespace std::chrono_literals;

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

}  // namespace live_pages
