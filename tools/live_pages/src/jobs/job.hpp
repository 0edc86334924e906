// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "keeper/order.hpp"
#include "process/descriptor.hpp"

namespace live_pages {

/// How a job ended, and what it said.
struct outcome {
  enum class kind { exited, signal, time, memory, processes, stopped, failed };
  kind how = kind::stopped;
  int number = 0;  ///< What it returned; the signal that ended it.
  std::string out;
  std::string err;
  bool truncated = false;  ///< More was said than is kept.
  std::string reason;      ///< Why it could not be started.
  std::chrono::milliseconds took{};

  [[nodiscard]] bool well() const { return how == kind::exited && number == 0; }
};

/// A program that runs under a keeper. Nothing of it outlives this object.
class job {
 public:
  struct start {
    std::vector<std::string> command;
    std::filesystem::path folder = "/";
    std::map<std::string, std::string> environment = {};
    std::string input = {};
    limits most = {};
    bool alone = false;
  };

  explicit job(start what);
  ~job();
  job(const job&) = delete;
  job& operator=(const job&) = delete;

  /// Waits for news, but no longer than this.
  /// @returns Whether it has ended.
  bool advance(std::chrono::milliseconds patience);

  /// Waits for its end.
  outcome wait();

  [[nodiscard]] const outcome& result() const { return outcome_; }

 private:
  struct stream {
    command_line::descriptor from;
    std::string* to;
    std::size_t seen = 0;
  };

  void launch();
  void feed();
  void take(stream& from);
  void read_report();
  void end();

  start what_;
  pid_t keeper_ = -1;
  command_line::descriptor input_;
  command_line::descriptor control_;
  command_line::descriptor report_;
  std::string reported_;
  outcome outcome_;
  stream out_;
  stream err_;
  std::chrono::steady_clock::time_point begun_;
};

}  // namespace live_pages
