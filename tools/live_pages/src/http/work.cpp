// SPDX-License-Identifier: MIT
// Answers that take a while.
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <utility>

#include "http/answers.hpp"
#include "http/server.hpp"

namespace live_pages {

using namespace std::chrono_literals;

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
