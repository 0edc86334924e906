// SPDX-License-Identifier: MIT
#include "server/rest.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "http/retry_after.hpp"

namespace compiler_explorer::server {

using std::chrono::seconds;

rest::rest(const std::string& server, cache::disk_cache cache)
    : key_{server + "\nno requests before"}, cache_{std::move(cache)} {}

seconds rest::left() const {
  const auto until = std::max(end_, kept_end()) - clock::now();
  const auto left = std::chrono::ceil<seconds>(until);
  // Longer than any that was begun: a clock was wrong.
  return left > http::longest_retry_after ? seconds{0}
                                          : std::max(left, seconds{0});
}

void rest::begin(seconds time) {
  end_ = clock::now() + time;
  const auto end =
      std::chrono::duration_cast<seconds>(end_.time_since_epoch()).count();
  cache_.store(key_, {clock::now(), "", std::to_string(end)});
}

rest::clock::time_point rest::kept_end() const {
  const auto kept = cache_.find(key_);
  long long end = 0;
  if (kept) {
    const char* const begin = kept->body.data();
    std::from_chars(begin, begin + kept->body.size(), end);
  }
  return clock::time_point{seconds{end}};
}

}  // namespace compiler_explorer::server
