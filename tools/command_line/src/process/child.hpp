// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "process/descriptor.hpp"

namespace command_line {

/// How a program ended.
struct ending {
  int code = 0;    ///< What it returned.
  int signal = 0;  ///< What killed it; 0 if nothing did.
  [[nodiscard]] bool well() const { return code == 0 && signal == 0; }
};

/// A running program, in a process group of its own, with nothing to read. It
/// does not outlive this object, nor do those it started in its group.
class child {
 public:
  struct start {
    std::vector<std::string> command;
    std::map<std::string, std::string> environment = {};  ///< Besides ours.
    std::filesystem::path folder = {};  ///< Where to run; here if empty.
  };

  /// Throws a complaint if the program cannot be started.
  explicit child(const start& what);
  child(child&& other) noexcept;
  child& operator=(child&& other) noexcept;
  ~child();

  /// Becomes readable when there is output, or the program has ended.
  [[nodiscard]] int fd() const { return out_.get(); }

  /// Takes what there is to read, without waiting.
  /// @returns How the program ended, once it has and all was read.
  std::optional<ending> pump();

  /// Both streams, as they came; of very much only the beginning.
  [[nodiscard]] const std::string& output() const { return output_; }

  [[nodiscard]] pid_t id() const { return pid_; }

  /// Ends all of the group: asks, and after `patience` has the kernel do it.
  void stop(std::chrono::milliseconds patience = {});

 private:
  std::optional<ending> reap(bool wait);

  pid_t pid_ = -1;
  descriptor out_;
  std::string output_;
};

/// Runs a program to its end and gives what it said, or nothing if it cannot be
/// started, fails, or takes longer than this.
[[nodiscard]] std::optional<std::string> output_of(
    const std::vector<std::string>& command,
    std::chrono::milliseconds limit = std::chrono::seconds{10});

}  // namespace command_line
