// SPDX-License-Identifier: MIT
#include "api/checking.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "jobs/self.hpp"

namespace live_pages {
namespace {

using nlohmann::json;

// The program alone; building it may take the rest of the job's time.
constexpr const char* seconds = "60";

std::string why_not(const outcome& how) {
  switch (how.how) {
    case outcome::kind::time:
      return "It took too long and was stopped.";
    case outcome::kind::memory:
      return "It took too much memory and was stopped.";
    case outcome::kind::processes:
      return "It started too many processes and was stopped.";
    case outcome::kind::failed:
      return "The check could not be started: " + how.reason;
    default:
      break;
  }
  if (how.truncated) return "It wrote too much and was stopped.";
  return how.err.empty() ? "The check came to no end." : how.err;
}

}  // namespace

checking::checking(const exercises& all, const sandbox& inside,
                   const limits& most, std::string name, json saved)
    : all_{all},
      name_{std::move(name)},
      // In braces it would be a list of one.
      saved_(std::move(saved)),
      job_{{.command = inside.wrap({own_program(), "verdict",
                                    all.build().string(), name_, seconds},
                                   {all.build()}),
            .folder = all.build(),
            .most = most,
            .alone = inside.what() == sandbox::kind::namespaces}} {}

bool checking::advance(std::chrono::milliseconds patience) {
  return job_.advance(patience);
}

std::string checking::answer() {
  const outcome& how = job_.result();
  json verdict = json::parse(how.out, nullptr, false);
  if (!how.well() || !verdict.is_object()) {
    verdict = {{"how", "not judged"},
               {"errors", json::array()},
               {"reason", why_not(how)}};
  }
  all_.remember(name_, verdict.at("how") == "passed");
  verdict["saved"] = saved_;
  verdict["standing"] = all_.state(name_).at("standing");
  return verdict.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace live_pages
