// SPDX-License-Identifier: MIT
#include "api/names.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "support/folder.hpp"

namespace {

using nlohmann::json;

class Names : public testing::Test {
 protected:
  json execution(const std::vector<json>& steps, json notes = json::array()) {
    return {{"steps", steps}, {"notes", std::move(notes)}};
  }

  // A step at a line of the file that the lines so far make up.
  json step(const std::string& operation, const std::string& letter,
            const std::string& code, bool plain = false) {
    std::ofstream{folder_.path() / "a.hpp", std::ios::app} << code << '\n';
    ++lines_;
    return {{"operation", operation},
            {"location", letter},
            {"order", plain ? "" : "relaxed"},
            {"plain", plain},
            {"newer", nullptr},
            {"stack", {{{"file", "a.hpp"}, {"line", lines_}}}}};
  }

  json named(json of) {
    live_pages::name_objects(of, folder_.path());
    return of;
  }

  command_line_tests::folder folder_;
  int lines_ = 0;
};

TEST_F(Names, StandInTheLinesOfCode) {
  const json all = named(execution(
      {step("load", "A", "while (count_.load(std::memory_order_relaxed) == 0)"),
       step("lock", "B", "const std::lock_guard lock{mutex_};"),
       step("wait", "C", "token_came_.wait(lock);"),
       step("write", "D", "  ready = true;", true)},
      {"A: 4 bytes on the stack", "E: 4 bytes on the stack"}));
  EXPECT_EQ(all.at("names"),
            json::parse(R"({"A":"count_","B":"mutex_","C":"token_came_",
                            "D":"ready"})"));
  EXPECT_EQ(all.at("notes"), json::parse(R"(["E: 4 bytes on the stack"])"));
}

TEST_F(Names, AreNotGuessed) {
  const json all =
      named(execution({step("load", "A", "swap(a.load(), b.load());"),
                       step("load", "B", "return word.load();"),
                       step("load", "C", "return word.load();"),
                       step("allocate", "D", "x.load();")}));
  EXPECT_EQ(all.at("names"), json::object());
}

TEST_F(Names, OfOrdersAreToldWhereTheyMatter) {
  json old = step("load", "A", "x.load();");
  const json notes = {"modification order of A, which is not: 1, then 2"};
  EXPECT_EQ(named(execution({old}, notes)).at("notes"), json::array());
  old["newer"] = 3;
  EXPECT_EQ(named(execution({old}, notes)).at("notes"),
            json::array({"modification order of x, which is not: 1, then 2"}));
}

TEST_F(Names, OfFilesThatAreGoneAreLetters) {
  json gone = step("load", "A", "x.load();");
  gone["stack"][0]["file"] = "none.hpp";
  EXPECT_EQ(named(execution({gone})).at("names"), json::object());
}

}  // namespace
