// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "house/house.hpp"
#include "judge/verdict.hpp"
#include "process/child.hpp"
#include "process/descriptor.hpp"

namespace command_line {

/// A check of an answer under way: builds it, runs it, and ends in a verdict.
/// Never waits, so that a caller can do other things meanwhile; a check that is
/// destroyed before its end leaves no process behind.
class check {
 public:
  using clock = std::chrono::steady_clock;
  enum class stage { waiting, building, running, over };

  /// @param limit How long the check may run, once built.
  check(const house& home, const exercise& of, std::chrono::seconds limit);
  ~check();
  check(const check&) = delete;
  check& operator=(const check&) = delete;

  /// Goes as far as it can now.
  /// @returns Whether the verdict is there.
  bool advance();

  /// To be polled for reading until `advance` has something to do; -1 if there
  /// is nothing to poll.
  [[nodiscard]] int fd() const { return child_ ? child_->fd() : -1; }

  /// When to call `advance` at the latest, whatever `fd` says.
  [[nodiscard]] clock::time_point due() const { return due_; }

  [[nodiscard]] stage at() const { return stage_; }
  [[nodiscard]] const verdict& result() const { return verdict_; }

  /// How far the build is, as it says itself: "[3/85] Building …".
  [[nodiscard]] std::string news() const;

 private:
  void wait_for_folder();
  void build();
  void run();
  void look_at(child& program);
  void look_at_the_time(child& program);
  void finish(verdict how);
  [[nodiscard]] std::string results() const;

  const house& home_;
  const exercise& of_;
  std::chrono::seconds limit_;
  clock::time_point begun_ = clock::now();
  clock::time_point due_ = begun_;
  clock::time_point deadline_;
  stage stage_ = stage::waiting;
  descriptor lock_;
  std::optional<child> child_;
  verdict verdict_;
};

/// Where the checker writes the failing executions of an answer's check.
[[nodiscard]] std::filesystem::path results_file(const house& home,
                                                 const exercise& of);

}  // namespace command_line
