// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <functional>
#include <vector>

#include "interleave/enumerate.hpp"
#include "interleave/options.hpp"
#include "interleave/result.hpp"
#include "report/result_builder.hpp"

namespace interleave::engine {

class Chronicle;
class Recorder;
enum class Ending : std::uint8_t;

/// Explores a body: the loop around the machine and the search.
class Explorer {
 public:
  /// Goes on after a failure and keeps all executions if `all` is not null.
  Explorer(const std::function<void()>& body, const Options& options,
           std::vector<Enumerated>* all = nullptr)
      : body_{body}, options_{options}, all_{all} {}

  Result run();

 private:
  bool prepare();
  void loop();
  bool within_limits();
  bool leaks();
  bool keep_failure(Failure failure);
  Failure describe_failure();
  Execution describe_complete();
  Ending run_again(Recorder& recorder);
  static Execution take(Chronicle& chronicle);

  const std::function<void()>& body_;
  const Options& options_;
  std::vector<Enumerated>* all_;
  ResultBuilder builder_;
  std::uint64_t runs_ = 0;
  std::chrono::steady_clock::time_point start_;
};

}  // namespace interleave::engine
