// SPDX-License-Identifier: MIT
#include "jobs/job.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <memory>

#include "keeper/family.hpp"
#include "support/folder.hpp"
#include "support/served.hpp"

namespace {

using namespace std::chrono_literals;
using live_pages::job;
using live_pages::limits;
using live_pages::outcome;
using live_pages_tests::childless;
using kind = outcome::kind;

outcome run(std::vector<std::string> words, const limits& most = {},
            const std::string& input = "") {
  words.insert(words.begin(), MISBEHAVE);
  job one{{.command = words, .input = input, .most = most}};
  return one.wait();
}

TEST(Job, SaysWhatTheProgramSaid) {
  const outcome how = run({"say", "$(id) ; `id` \"'"});
  EXPECT_TRUE(how.well());
  EXPECT_EQ(how.out, "$(id) ; `id` \"'");
}

TEST(Job, GivesItItsInput) {
  const std::string text(1U << 17U, 'a');
  const outcome how = run({"echo"}, {.output = 1U << 20U}, text);
  EXPECT_EQ(how.out, text);
}

TEST(Job, TellsHowItEnded) {
  EXPECT_EQ(run({"abort"}).how, kind::signal);
  job none{{.command = {"/no/such/program"}}};
  EXPECT_EQ(none.wait().how, kind::failed);
  EXPECT_EQ(none.result().reason, "No such file or directory\n");
}

TEST(Job, EndsWhatNeverEnds) {
  EXPECT_EQ(run({"spin"}, {.time = 200ms}).how, kind::time);
  EXPECT_TRUE(childless());
}

TEST(Job, EndsWhatTakesAllMemory) {
  EXPECT_EQ(run({"memory"}, {.memory = 64U << 20U}).how, kind::memory);
  EXPECT_TRUE(childless());
}

TEST(Job, EndsWhatStartsManyProcesses) {
  EXPECT_EQ(run({"breed", "40"}, {.processes = 20}).how, kind::processes);
  EXPECT_TRUE(childless());
}

TEST(Job, EndsWhatNeverStopsTalking) {
  const outcome how = run({"talk"});
  EXPECT_EQ(how.how, kind::stopped);
  EXPECT_TRUE(how.truncated);
  EXPECT_EQ(how.out.size(), limits{}.output);
  EXPECT_TRUE(childless());
}

TEST(Job, EndsWhatFillsTheDisk) {
  const command_line_tests::folder place;
  const std::string file = place.path() / "big";
  const outcome how = run({"fill", file}, {.file = 4U << 20U});
  EXPECT_EQ(how.how, kind::signal);
  EXPECT_LE(std::filesystem::file_size(file), 4U << 20U);
}

TEST(Job, LeavesNobodyBehindWhoLeftTheGroup) {
  EXPECT_EQ(run({"escape"}).out, "away\n");
  EXPECT_TRUE(childless());
}

TEST(Job, EndsWithItsOwner) {
  auto one = std::make_unique<job>(
      job::start{.command = {MISBEHAVE, "escape"}, .most = {.time = 60s}});
  while (one->result().out.empty() && !one->advance(50ms)) {
  }
  one.reset();
  EXPECT_TRUE(live_pages::family().empty());
}

TEST(Job, HasAnEnvironmentOfItsOwn) {
  ::setenv("SECRET_OF_THE_SERVER", "1", 1);
  job one{{.command = {"env"}, .environment = {{"OWN", "yes"}}}};
  const outcome how = one.wait();
  EXPECT_EQ(how.out.find("SECRET_OF_THE_SERVER"), std::string::npos);
  EXPECT_NE(how.out.find("OWN=yes"), std::string::npos);
}

TEST(Job, HoldsNoFileOfTheServer) {
  const command_line_tests::folder place;
  const std::ofstream held{place.path() / "held"};
  job one{{.command = {"ls", "-l", "/proc/self/fd"}}};
  const outcome how = one.wait();
  EXPECT_EQ(how.out.find("held"), std::string::npos) << how.out;
  EXPECT_EQ(how.out.find("socket"), std::string::npos) << how.out;
}

}  // namespace
