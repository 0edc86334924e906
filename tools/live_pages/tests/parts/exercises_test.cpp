// SPDX-License-Identifier: MIT
#include "api/exercises.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "answers/files.hpp"
#include "support/small_house.hpp"

namespace {

using live_pages::exercises;
using nlohmann::json;

class Exercises : public testing::Test {
 protected:
  command_line_tests::small_house house_;
  exercises all_{house_.build()};
};

TEST_F(Exercises, BeginWithTheStartingFile) {
  const json state = all_.state("demo/first");
  EXPECT_EQ(state.at("text"), "// fails, to begin with\n");
  EXPECT_EQ(state.at("file"), "answers/demo/first/first.hpp");
  EXPECT_FALSE(std::filesystem::exists(house_.answer("first")));
}

TEST_F(Exercises, AreSavedWhereTheCommandLineLooks) {
  const json first = all_.state("demo/first");
  const json done = all_.save("demo/first", "new", first.at("version"));
  EXPECT_EQ(command_line::read_file(house_.answer("first")), "new");
  EXPECT_TRUE(done.at("kept").is_null());
  EXPECT_NE(house_.progress().find("demo/first started"), std::string::npos);
  EXPECT_EQ(all_.state("demo/first").at("version"), done.at("version"));
}

TEST_F(Exercises, LoseNothingThatWasWrittenElsewhere) {
  const json first = all_.state("demo/first");
  all_.save("demo/first", "one", first.at("version"));
  house_.save("first", "from the terminal");
  const json done =
      all_.save("demo/first", "two", live_pages::version_of("one"));
  EXPECT_EQ(done.at("kept"), "answers/demo/first/first.1.hpp");
  EXPECT_EQ(command_line::read_file(house_.root() / done.at("kept")),
            "from the terminal");
  EXPECT_EQ(command_line::read_file(house_.answer("first")), "two");
}

TEST_F(Exercises, ShowTheSolutionAfterSuccess) {
  EXPECT_FALSE(all_.solution("demo/first"));
  all_.remember("demo/first", true);
  const json found = all_.solution("demo/first").value_or(json::object());
  EXPECT_EQ(found.value("text", ""), "// passes: the solution\n");
  EXPECT_TRUE(all_.progress().at("exercises").at("demo/first").at("passed"));
}

TEST_F(Exercises, GiveOneHintMoreEachTime) {
  EXPECT_EQ(all_.hint("demo/first").at("hints").size(), 1U);
  EXPECT_EQ(all_.hint("demo/first").at("hints").size(), 2U);
  EXPECT_EQ(all_.hint("demo/first").at("hints").size(), 2U);
  EXPECT_EQ(all_.state("demo/first").at("standing").at("hints"), 2);
}

TEST_F(Exercises, KeepAnAnswerThatBeginsAnew) {
  all_.save("demo/first", "mine", "");
  const json now = all_.reset("demo/first");
  EXPECT_EQ(now.at("text"), "// fails, to begin with\n");
  EXPECT_EQ(now.at("kept"), "answers/demo/first/first.1.hpp");
}

TEST_F(Exercises, AreThoseOfTheBuildAlone) {
  for (const char* name : {"demo/none", "../../etc", "demo/first/", ""}) {
    EXPECT_THROW(static_cast<void>(all_.state(name)), std::out_of_range);
    EXPECT_THROW(all_.save(name, "x", ""), std::out_of_range);
  }
}

}  // namespace
