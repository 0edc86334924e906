// SPDX-License-Identifier: MIT
#include "judge/check.hpp"

#include <fcntl.h>
#include <sys/file.h>

#include <utility>

#include "answers/files.hpp"
#include "complaint.hpp"
#include "judge/judgement.hpp"
#include "process/tasks.hpp"

namespace command_line {
namespace {

using namespace std::chrono_literals;

constexpr auto soon = 20ms;
constexpr auto later = 250ms;
// Ninja ends its compilers when it is asked to.
constexpr auto patience = 2s;

}  // namespace

std::filesystem::path results_file(const house& home, const exercise& of) {
  return home.build / "verdicts" / (of.chapter + '_' + of.name + ".jsonl");
}

check::check(const house& home, const exercise& of, std::chrono::seconds limit)
    : home_{home}, of_{of}, limit_{limit} {}

check::~check() {
  if (child_) child_->stop(stage_ == stage::building ? patience : 0s);
}

bool check::advance() {
  if (stage_ == stage::waiting) wait_for_folder();
  if (child_) look_at(*child_);
  return stage_ == stage::over;
}

void check::look_at(child& program) {
  const std::optional<ending> how = program.pump();
  due_ = clock::now() + (program.fd() < 0 ? soon : later);
  if (!how) {
    look_at_the_time(program);
  } else if (stage_ == stage::running) {
    finish(judge_run(*how, program.output(), results()));
  } else if (how->well()) {
    run();
  } else {
    finish(judge_build(of_, program.output()));
  }
}

// Two builds in one folder would write the same files.
void check::wait_for_folder() {
  if (!lock_) {
    const std::string name = home_.build / ".locksmith.lock";
    lock_ =
        descriptor{::open(name.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0644)};
    if (!lock_) throw complaint{name + " cannot be opened."};
  }
  if (::flock(lock_.get(), LOCK_EX | LOCK_NB) == 0) {
    build();
  } else {
    due_ = clock::now() + later;
  }
}

void check::build() {
  stage_ = stage::building;
  child_.emplace(child::start{
      .command = {"cmake", "--build", home_.build.string(), "--target",
                  of_.target},
      .environment = {{"LC_ALL", "C"}, {"NINJA_STATUS", "[%f/%t] "}}});
}

void check::run() {
  lock_.close();
  stage_ = stage::running;
  deadline_ = clock::now() + limit_;
  const std::filesystem::path file = results_file(home_, of_);
  replace_file(file, "");
  child_.emplace(
      child::start{.command = {of_.program.string(), "--gtest_color=no",
                               "--gtest_fail_fast"},
                   .environment = {{"INTERLEAVE_RESULTS", file.string()}},
                   .folder = home_.build});
}

void check::look_at_the_time(child& program) {
  if (stage_ != stage::running || clock::now() < deadline_) return;
  std::string threads = what_threads_do(program.id());
  program.stop();
  finish(judge_endless(program.output(), std::move(threads), results()));
  verdict_.seconds = static_cast<double>(limit_.count());
}

void check::finish(verdict how) {
  verdict_ = std::move(how);
  verdict_.seconds =
      std::chrono::duration<double>(clock::now() - begun_).count();
  child_.reset();
  lock_.close();
  stage_ = stage::over;
}

std::string check::results() const {
  return read_file_or(results_file(home_, of_), "");
}

std::string check::news() const {
  if (!child_) return "";
  std::string_view said = child_->output();
  while (said.ends_with('\n')) said.remove_suffix(1);
  return std::string{said.substr(said.rfind('\n') + 1)};
}

}  // namespace command_line
