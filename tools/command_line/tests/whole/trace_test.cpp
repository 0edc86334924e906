// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <fstream>

#include "answers/files.hpp"
#include "process/child.hpp"
#include "support/process.hpp"
#include "support/program.hpp"

namespace {

namespace fs = std::filesystem;
using command_line::read_file;
using command_line_tests::appears;
using command_line_tests::run;
using command_line_tests::said;
using command_line_tests::small_house;

class Trace : public testing::Test {
 protected:
  Trace() {
    fs::create_directories(house_.root() / "book");
    fs::create_directory_symlink(LOCKSMITH_ROOT "/book/static",
                                 house_.root() / "book/static");
    run(house_, {"start", "first"});
    // It writes down what it is to open.
    const fs::path browser = house_.root() / "bin/browser";
    std::ofstream{browser} << "#!/bin/sh\necho \"$@\" >\"" << opened().string()
                           << ".new\"\nmv \"" << opened().string()
                           << ".new\" \"" << opened().string() << "\"\n";
    ::chmod(browser.c_str(), 0755);
    ::setenv("BROWSER", "browser --window", 1);
  }
  ~Trace() override { ::unsetenv("BROWSER"); }

  [[nodiscard]] fs::path opened() const { return house_.root() / "opened"; }
  [[nodiscard]] fs::path page() const {
    return house_.build() / "traces/demo_first.html";
  }

  small_house house_;
};

TEST_F(Trace, OpensAPageInAFile) {
  const said trace = run(house_, {"trace", "first"});
  EXPECT_EQ(trace.code, 1);
  EXPECT_NE(trace.text.find("data race: the two stores race"),
            std::string::npos)
      << trace.text;
  ASSERT_TRUE(appears(opened())) << trace.text;
  EXPECT_EQ(read_file(opened()), "--window " + page().string() + '\n');
}

TEST_F(Trace, OpensNothingOnRequest) {
  const said trace = run(house_, {"trace", "first", "--no-browser"});
  EXPECT_NE(trace.text.find("Open this in a browser: " + page().string()),
            std::string::npos)
      << trace.text;
  EXPECT_FALSE(fs::exists(opened()));
  EXPECT_NE(
      run(house_, {"trace", "first", "--json"}).text.find("\"executions\": 3"),
      std::string::npos);
}

// It held the player without what draws its arrows, and so nothing played.
TEST_F(Trace, PlaysFromAFile) {
  run(house_, {"trace", "first", "--no-browser"});
  const auto shown = command_line::output_of(
      {"chromium", "--headless", "--no-sandbox", "--disable-gpu",
       "--user-data-dir=" + (house_.root() / "profile").string(), "--dump-dom",
       "file://" + page().string()},
      std::chrono::seconds{60});
  if (!shown) GTEST_SKIP() << "chromium is not installed";
  const auto has = [&](const char* text) {
    return shown->find(text) != std::string::npos;
  };
  EXPECT_TRUE(has("<locksmith-execution>")) << *shown;
  EXPECT_TRUE(has("aria-label=\"Step on\"")) << *shown;
  EXPECT_TRUE(has("x 1</li>")) << *shown;
  EXPECT_TRUE(has("1 of 3")) << *shown;
}

}  // namespace
