// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "answers/progress.hpp"
#include "house/house.hpp"
#include "judge/check.hpp"
#include "judge/verdict.hpp"
#include "terminal/page.hpp"
#include "watch/file_watch.hpp"

namespace command_line {

/// What the reader works at: one exercise, its answer, the last verdict, and
/// the check under way. Knows nothing of terminals and does not wait.
class session {
 public:
  session(const house& home, progress& how, const exercise& first,
          std::chrono::seconds limit, bool notices = true);

  /// Looks at the file and at the check.
  /// @returns Whether there is something new to show.
  bool advance();

  /// What the reader can ask for. Each changes what is shown.
  void hint();
  void next();
  void reset();      ///< Has to be asked for twice.
  void show_list();  ///< Or, if it is open, what was there before.
  void show_task();
  void show_solution();

  /// In the list, one exercise is chosen: another, so many further down; and to
  /// go to it.
  [[nodiscard]] bool in_list() const { return sheet_ == sheet::list; }
  void choose(int further);
  void go();

  /// All that there is to show, for this width: verdict, hints, task.
  ///
  /// @param focus The line of it that must be seen, if one must.
  [[nodiscard]] page content(std::size_t width,
                             std::optional<std::size_t>& focus) const;
  /// What is new since the last call, for those who see lines go by.
  [[nodiscard]] page news(std::size_t width);
  [[nodiscard]] page title(std::size_t width) const;
  [[nodiscard]] std::string status() const;

  [[nodiscard]] bool checking() const { return check_.has_value(); }
  [[nodiscard]] int file_fd() const { return file_.fd(); }
  [[nodiscard]] int check_fd() const { return check_ ? check_->fd() : -1; }
  /// When `advance` is due, whatever the two say.
  [[nodiscard]] check::clock::time_point due() const;

 private:
  enum class sheet { verdict, task, list, solution };

  void open(const exercise& which);
  void begin_check();
  void take(const verdict& what);
  void remember(void (progress::*what)(const std::string&));
  void tell(sheet what) { sheet_ = told_ = what, untold_ = true; }
  [[nodiscard]] page success(const verdict& what, std::size_t width) const;
  [[nodiscard]] page missing(std::size_t width) const;
  /// @param at Where the list has the chosen exercise.
  [[nodiscard]] page sheet_of(sheet what, std::size_t width,
                              std::size_t* at = nullptr) const;
  void open_or_say(const exercise& which);

  const house& home_;
  progress& progress_;
  std::chrono::seconds limit_;
  bool notices_;
  const exercise* exercise_ = nullptr;
  file_watch file_;
  std::optional<check> check_;
  std::optional<verdict> verdict_;
  std::size_t chosen_ = 0;  ///< In the list.
  unsigned hints_ = 0;
  std::string note_;  ///< A sentence on what was asked for last.
  sheet sheet_ = sheet::task;
  sheet told_ = sheet::task;
  bool untold_ = true;
  bool reset_asked_ = false;
};

}  // namespace command_line
