// SPDX-License-Identifier: MIT
#include "watch/session.hpp"

#include <algorithm>
#include <utility>

#include "answers/answer.hpp"
#include "complaint.hpp"
#include "house/task.hpp"
#include "report/show_task.hpp"

namespace command_line {

session::session(const house& home, progress& how, const exercise& first,
                 std::chrono::seconds limit, bool notices)
    : home_{home},
      progress_{how},
      limit_{limit},
      notices_{notices},
      file_{first.answer, notices} {
  open(first);
}

void session::open(const exercise& which) {
  start_answer(which);
  describe_answers(home_);
  exercise_ = &which;
  check_.reset();
  verdict_.reset();
  hints_ = 0;
  note_ = progress_.damage();
  remember(&progress::start);
  file_ = file_watch{which.answer, notices_};
  tell(sheet::task);
  begin_check();
}

// The reader goes on working even where progress cannot be kept.
void session::remember(void (progress::*what)(const std::string&)) try {
  (progress_.*what)(exercise_->id());
} catch (const complaint& problem) {
  note_ = problem.what();
}

void session::begin_check() {
  check_.reset();
  if (file_.there()) check_.emplace(home_, *exercise_, limit_);
}

bool session::advance() try {
  if (file_.changed()) {
    note_.clear();
    reset_asked_ = false;
    if (in_list()) sheet_ = sheet::verdict;
    begin_check();
    if (!file_.there()) {
      verdict_.reset();
      tell(sheet::verdict);
    }
    return true;
  }
  if (!check_ || !check_->advance()) return false;
  take(check_->result());
  return true;
} catch (const complaint& problem) {
  check_.reset();
  verdict failure;
  failure.reason = problem.what();
  verdict_ = failure;
  tell(sheet::verdict);
  return true;
}

void session::take(const verdict& what) {
  const bool passed = what.how == verdict::kind::passed;
  verdict_ = what;
  check_.reset();
  if (passed) remember(&progress::pass);
  // Whoever chooses in the list is not disturbed.
  const bool choosing = in_list();
  tell(sheet::verdict);
  if (choosing) sheet_ = sheet::list;
}

void session::hint() {
  const auto all = static_cast<unsigned>(read_hints(*exercise_).size());
  note_ = hints_ == all ? "There are no more hints." : "";
  hints_ = std::min(hints_ + 1, all);
  try {
    progress_.show_hints(exercise_->id(), hints_);
  } catch (const complaint& problem) {
    note_ = problem.what();
  }
  tell(sheet::task);
}

void session::next() {
  const exercise* other = next_exercise(home_, progress_, exercise_->id());
  if (other == nullptr) {
    const auto index =
        static_cast<std::size_t>(exercise_ - &home_.exercises[0]);
    other = &home_.exercises[(index + 1) % home_.exercises.size()];
  }
  open_or_say(*other);
}

void session::open_or_say(const exercise& which) try {
  open(which);
} catch (const complaint& problem) {
  note_ = problem.what();
  untold_ = true;
}

void session::reset() {
  if (!std::exchange(reset_asked_, true)) {
    note_ =
        "Press r again to begin anew. Your answer is kept beside it, under a "
        "name with a number.";
    untold_ = true;
    return;
  }
  reset_asked_ = false;
  try {
    const auto kept = reset_answer(*exercise_);
    remember(&progress::reset);
    note_ = "You begin anew.";
    if (kept)
      note_ += " Your answer is kept as " + kept->filename().string() + ".";
    hints_ = 0;
    file_.changed();
    begin_check();
    tell(sheet::task);
  } catch (const complaint& problem) {
    note_ = problem.what();
    untold_ = true;
  }
}

void session::show_list() {
  if (in_list()) return tell(sheet::verdict);
  chosen_ = static_cast<std::size_t>(exercise_ - &home_.exercises[0]);
  tell(sheet::list);
}

void session::choose(int further) {
  const auto last = static_cast<int>(home_.exercises.size()) - 1;
  chosen_ = static_cast<std::size_t>(
      std::clamp(static_cast<int>(chosen_) + further, 0, last));
  tell(sheet::list);
}

void session::go() { open_or_say(home_.exercises[chosen_]); }

void session::show_task() { tell(sheet::task); }

void session::show_solution() {
  if (progress_.of(exercise_->id()).passed) {
    tell(sheet::solution);
    return;
  }
  note_ =
      "The solution is shown once your answer passes. To see it before: "
      "tools/locksmith solution " +
      exercise_->name + " --spoil";
  untold_ = true;
}

check::clock::time_point session::due() const {
  const auto look = check::clock::now() + file_.pause();
  return check_ ? std::min(look, check_->due()) : look;
}

}  // namespace command_line
