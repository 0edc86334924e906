// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <poll.h>

#include "answers/files.hpp"
#include "judge/judgement.hpp"
#include "picture/draw.hpp"
#include "support/folder.hpp"
#include "terminal/width.hpp"

namespace {

using command_line::child;
using command_line::verdict;

// The starting file of semaphore/wake_enough leaves a thread asleep.
TEST(Checker, SaysWhatIsShown) {
  const command_line_tests::folder place;
  const std::filesystem::path results = place.path() / "results.jsonl";
  child program{{.command = {CHECKED, "--gtest_fail_fast"},
                 .environment = {{"INTERLEAVE_RESULTS", results.string()}}}};
  std::optional<command_line::ending> how = program.pump();
  for (; !how; how = program.pump()) {
    pollfd wait{program.fd(), POLLIN, 0};
    ::poll(&wait, program.fd() >= 0 ? 1 : 0, 10);
  }
  const verdict what = command_line::judge_run(
      *how, program.output(), command_line::read_file(results));
  EXPECT_EQ(what.how, verdict::kind::failed);
  EXPECT_EQ(what.test.name.substr(0, 15), "EveryExecution.");
  if (!what.shown) FAIL() << program.output();
  EXPECT_EQ(what.shown->kind, "deadlock");
  EXPECT_FALSE(what.shown->steps.empty());
  for (const command_line::line& each : draw(*what.shown, "none", 80)) {
    EXPECT_LE(command_line::columns(plain(each)), 80U);
  }
}

}  // namespace
