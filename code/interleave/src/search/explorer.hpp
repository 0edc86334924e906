// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <functional>

#include "interleave/options.hpp"
#include "interleave/result.hpp"
#include "report/result_builder.hpp"

namespace interleave::engine {

/// Explores a body: the loop around the machine and the search.
class Explorer {
 public:
  Explorer(const std::function<void()>& body, const Options& options)
      : body_{body}, options_{options} {}

  Result run();

 private:
  bool prepare();
  void loop();
  bool within_limits();
  Failure describe_failure();

  const std::function<void()>& body_;
  const Options& options_;
  ResultBuilder builder_;
  std::uint64_t runs_ = 0;
  std::chrono::steady_clock::time_point start_;
};

}  // namespace interleave::engine
