// SPDX-License-Identifier: MIT
#include "server/courier.hpp"

#include <thread>
#include <utility>

#include "compiler_explorer/error.hpp"
#include "http/base_url.hpp"
#include "http/retry_after.hpp"
#include "server/fault.hpp"

namespace compiler_explorer::server {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

// Of a server that asks for a rest and does not say how long.
constexpr seconds usual_rest{60};

void sleep_here(milliseconds time) { std::this_thread::sleep_for(time); }

bool not_ready(int status) { return status == 502 || status == 503; }

// Whether the answer asks for a rest. A server that is not ready may say when
// it will be.
bool asks_to_wait(const http_response& response) {
  return response.status == 429 ||
         (response.status == 503 && http::retry_after(response));
}

}  // namespace

courier::courier(const client_options& options,
                 std::unique_ptr<transport> transport,
                 const cache::disk_cache& cache)
    : base_{http::base_url(options.server)},
      pause_{options.pause},
      longest_wait_{options.longest_wait},
      sleep_{options.sleep ? options.sleep : sleep_here},
      transport_{std::move(transport)},
      rest_{base_, cache} {}

http_response courier::carry(const http_request& request, int retries,
                             bool again_if_lost) {
  refuse_if_resting();
  milliseconds back_off{500};
  bool waited = false;
  for (;;) {
    try {
      const http_response response = send(request);
      if (response.status == 200 || response.status == 304) return response;
      if (asks_to_wait(response)) {
        if (!wait_as_told(response, waited)) throw fault(response, base_);
        waited = true;
        continue;
      }
      if (!not_ready(response.status) || retries == 0) {
        throw fault(response, base_);
      }
    } catch (const error& lost) {
      const bool may_be_passing =
          lost.kind() == error_kind::connection && lost.status() == 0;
      if (!may_be_passing || !again_if_lost || retries == 0) throw;
    }
    --retries;
    sleep_(back_off);
    back_off *= 2;
  }
}

http_response courier::send(const http_request& request) {
  const auto since = clock::now() - last_end_;
  if (last_end_ != clock::time_point{} && since < pause_) {
    sleep_(std::chrono::ceil<milliseconds>(pause_ - since));
  }
  struct at_end {
    clock::time_point& time;
    ~at_end() { time = clock::now(); }
  };
  const at_end remember{last_end_};
  return transport_->perform(request);
}

void courier::refuse_if_resting() const {
  const seconds left = rest_.left();
  if (left <= seconds{0}) return;
  throw error{error_kind::rate_limited,
              base_ + " wants no requests for another " +
                  std::to_string(left.count()) + " seconds.",
              0, left};
}

// Sleeps for a short rest, once; of a long one it takes note.
bool courier::wait_as_told(const http_response& response, bool waited_before) {
  const seconds time = http::retry_after(response).value_or(usual_rest);
  if (time <= longest_wait_ && !waited_before) {
    sleep_(time);
    return true;
  }
  rest_.begin(time);
  return false;
}

}  // namespace compiler_explorer::server
