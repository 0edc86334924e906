// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "api/exercises.hpp"
#include "api/task.hpp"
#include "jobs/job.hpp"
#include "jobs/sandbox.hpp"

namespace live_pages {

/// Checks the answer to one exercise, in a process of its own.
class checking : public task {
 public:
  /// @param saved What `exercises::save` returned; becomes part of the answer.
  checking(const exercises& all, const sandbox& inside, const limits& most,
           std::string name, nlohmann::json saved);

  bool advance(std::chrono::milliseconds patience) override;
  std::string answer() override;

 private:
  const exercises& all_;
  std::string name_;
  nlohmann::json saved_;
  job job_;
};

}  // namespace live_pages
