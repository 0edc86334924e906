// SPDX-License-Identifier: MIT
#include "house/names.hpp"

#include <gtest/gtest.h>

#include "complaint.hpp"

namespace {

using command_line::complaint;
using command_line::distance;
using command_line::find_name;

const std::vector<std::string> names = {"semaphore/wake_enough",
                                        "semaphore/weakest_orders",
                                        "semaphore/parker", "rcu/parker_too"};

std::string complaint_about(const std::string& word) {
  try {
    return names[find_name(names, word, "exercise")];
  } catch (const complaint& problem) {
    return problem.what();
  }
}

TEST(Names, MayBeShortened) {
  EXPECT_EQ(complaint_about("semaphore/wake_enough"), names[0]);
  EXPECT_EQ(complaint_about("wake_enough"), names[0]);
  EXPECT_EQ(complaint_about("wak"), names[0]);
  EXPECT_EQ(complaint_about("orders"), names[1]);
  EXPECT_EQ(complaint_about("sem/p"), names[2]);
  // All of a name comes before the beginning of another.
  EXPECT_EQ(complaint_about("parker"), names[2]);
}

TEST(Names, SayWhatTheyCouldBe) {
  EXPECT_EQ(complaint_about("w"),
            "'w' could be semaphore/wake_enough or semaphore/weakest_orders.");
  EXPECT_EQ(complaint_about("praker"),
            "There is no exercise 'praker'. Did you mean semaphore/parker?");
  // One word of two names is as near; the whole of the second is nearer.
  EXPECT_EQ(complaint_about("parkre"),
            "There is no exercise 'parkre'. Did you mean semaphore/parker?");
  EXPECT_EQ(complaint_about("xyzzy"), "There is no exercise 'xyzzy'.");
  EXPECT_EQ(complaint_about(""), "There is no exercise ''.");
}

TEST(Names, AreAsFarApartAsTheirLetters) {
  EXPECT_EQ(distance("", "abc"), 3U);
  EXPECT_EQ(distance("watch", "watch"), 0U);
  EXPECT_EQ(distance("watch", "wacth"), 1U);
  EXPECT_EQ(distance("watch", "match"), 1U);
  EXPECT_EQ(distance("watch", "atch"), 1U);
}

}  // namespace
