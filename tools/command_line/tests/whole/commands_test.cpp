// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <sstream>

#include "answers/files.hpp"
#include "support/program.hpp"

namespace {

using command_line::read_file;
using command_line_tests::run;
using command_line_tests::said;
using command_line_tests::small_house;

bool has(const said& what, const std::string& text) {
  return what.text.find(text) != std::string::npos;
}

#define EXPECT_SAYS(what, words) EXPECT_TRUE(has(what, words)) << (what).text

TEST(Commands, GoFromTheTaskToTheNextOne) {
  const small_house house;
  const said next = run(house, {"next"});
  EXPECT_EQ(next.code, 0);
  EXPECT_SAYS(next, "The first task");
  EXPECT_SAYS(next, "Make it pass.");
  EXPECT_SAYS(next, "answers/demo/first/first.hpp");
  EXPECT_EQ(read_file(house.answer("first")), "// fails, to begin with\n");

  const said wrong = run(house, {"check"});
  EXPECT_EQ(wrong.code, 1);
  EXPECT_SAYS(wrong, "The check turns it down.  Demo.IsJudged");
  EXPECT_SAYS(wrong, "data race: the two stores race");
  EXPECT_SAYS(wrong, "load x: 0 (relaxed)");
  EXPECT_SAYS(wrong, "stale: 1 is newer");

  house.save("first", "passes");
  const said right = run(house, {"check"});
  EXPECT_EQ(right.code, 0);
  EXPECT_SAYS(right, "It passes.");
  EXPECT_SAYS(right, "Next: The second_one task");
  EXPECT_SAYS(run(house, {"list"}), "1 of 2 done");
  EXPECT_SAYS(run(house, {"next"}), "demo/second_one");
  EXPECT_EQ(house.progress(),
            "# Your progress. One exercise a line; `current` is the last "
            "one.\ncurrent demo/second_one\ndemo/first started passed\n"
            "demo/second_one started\n");
}

TEST(Commands, WriteNoColourWithoutATerminal) {
  const small_house house;
  for (const char* const each : {"list", "next", "check", "hint"}) {
    EXPECT_EQ(run(house, {each}).text.find('\x1b'), std::string::npos) << each;
  }
}

TEST(Commands, GiveHintsOneByOne) {
  const small_house house;
  const said first = run(house, {"hint", "first"});
  EXPECT_SAYS(first, "Hint 1 of 2");
  EXPECT_FALSE(has(first, "Hint 2 of 2"));
  EXPECT_SAYS(run(house, {"hint"}), "Look again.");
  EXPECT_SAYS(run(house, {"hint"}), "There are no more hints.");
}

TEST(Commands, KeepTheSolutionUntilItIsEarned) {
  const small_house house;
  const said early = run(house, {"solution", "first"});
  EXPECT_EQ(early.code, 2);
  EXPECT_SAYS(early, "has not passed yet");
  EXPECT_SAYS(run(house, {"solution", "first", "--spoil"}), "Because.");
  run(house, {"start", "first"});
  house.save("first", "passes");
  run(house, {"check"});
  EXPECT_SAYS(run(house, {"solution", "first"}), "// passes: the solution");
}

TEST(Commands, NeverLoseAnAnswer) {
  const small_house house;
  run(house, {"start", "first"});
  house.save("first", "mine");
  EXPECT_SAYS(run(house, {"start", "first"}), "as you left it");
  EXPECT_EQ(read_file(house.answer("first")), "mine");
  EXPECT_SAYS(run(house, {"reset", "first"}), "first.1.hpp");
  EXPECT_EQ(read_file(house.answer("first")), "// fails, to begin with\n");
  house.save("first", "mine again");
  EXPECT_SAYS(run(house, {"reset", "first"}), "first.2.hpp");
  const auto dir = house.answer("first").parent_path();
  EXPECT_EQ(read_file(dir / "first.1.hpp"), "mine");
  EXPECT_EQ(read_file(dir / "first.2.hpp"), "mine again");
}

TEST(Commands, TakeShortNamesAndOfferTheNearest) {
  const small_house house;
  EXPECT_SAYS(run(house, {"st", "sec"}), "demo/second_one");
  EXPECT_EQ(run(house, {"start", "frist"}).text,
            "There is no exercise 'frist'. Did you mean demo/first?\n");
  EXPECT_EQ(run(house, {"wach"}).text,
            "There is no command 'wach'. Did you mean watch?\n");
  const said unclear = run(house, {"s"});
  EXPECT_EQ(unclear.text, "'s' could be start, solution or serve.\n");
  EXPECT_EQ(unclear.code, 2);
  EXPECT_EQ(run(house, {"start", "demo/"}).code, 2);
  EXPECT_EQ(run(house, {"check", "--limit", "soon"}).code, 2);
}

TEST(Commands, TeachByExample) {
  const small_house house;
  const said help = run(house, {"--help"});
  EXPECT_EQ(help.code, 0);
  EXPECT_SAYS(help, "tools/locksmith next");
  const said names = run(house, {"names", "commands"});
  std::istringstream lines{names.text};
  for (std::string each; std::getline(lines, each);) {
    // Asks its own program, which this house has not.
    if (each == "compile") continue;
    EXPECT_SAYS(run(house, {each, "--help"}), "xample") << each;
  }
}

}  // namespace
