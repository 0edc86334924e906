// SPDX-License-Identifier: MIT
#include "compile/command_line.hpp"

#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

#include "compile/listing_names.hpp"

namespace {

compile_command::options parsed(std::vector<std::string> words) {
  CLI::App app{"test"};
  compile_command::options result;
  compile_command::add_options(app, result);
  std::reverse(words.begin(), words.end());  // as CLI11 wants them
  app.parse(words);
  return result;
}

TEST(CommandLine, HasDefaults) {
  ::unsetenv("COMPILER_EXPLORER_URL");
  const auto options = parsed({"x.cpp"});
  EXPECT_EQ(options.file, "x.cpp");
  EXPECT_EQ(options.compilers, std::vector<std::string>{"gcc"});
  EXPECT_EQ(options.url, "https://godbolt.org");
  EXPECT_FALSE(options.flags);
}

TEST(CommandLine, TakesSeveralCompilers) {
  EXPECT_EQ(parsed({"x.cpp", "-c", "gcc,clang", "-c", "msvc"}).compilers,
            (std::vector<std::string>{"gcc", "clang", "msvc"}));
}

TEST(CommandLine, OptionsDoNotSwallowTheFile) {
  const auto options = parsed({"-c", "gcc", "-l", "fmt", "-I", "include",
                               "--run", "--arg", "a", "x.cpp"});
  EXPECT_EQ(options.file, "x.cpp");
  EXPECT_EQ(options.compilers, std::vector<std::string>{"gcc"});
  EXPECT_EQ(options.libraries, std::vector<std::string>{"fmt"});
  EXPECT_EQ(options.include_folders.size(), 1U);
  EXPECT_EQ(options.arguments, std::vector<std::string>{"a"});
}

TEST(CommandLine, KnowsListingsByName) {
  const auto options =
      parsed({"one_word", "--listing", "semaphore/one_word=a.hpp", "--listing",
              "rcu/one_word=b.hpp", "--listing", "semaphore/parker=c.hpp"});
  EXPECT_EQ(options.listings.size(), 3U);
  EXPECT_THROW(static_cast<void>(compile_command::file_or_listing(options)),
               std::invalid_argument);
  const auto of = [&](const char* name) {
    auto asked = options;
    asked.file = name;
    return compile_command::file_or_listing(asked);
  };
  EXPECT_EQ(of("rcu/one_word"), "b.hpp");
  EXPECT_EQ(of("parker"), "c.hpp");
  EXPECT_EQ(of("sem/one"), "a.hpp");
  EXPECT_EQ(of("-"), "-");
  EXPECT_EQ(of("none.cpp"), "none.cpp");
  try {
    static_cast<void>(of("semaphore/one_wrd"));
    FAIL() << "a listing that there is not";
  } catch (const std::invalid_argument& failure) {
    EXPECT_STREQ(
        failure.what(),
        "There is no file or listing 'semaphore/one_wrd'. Did you mean "
        "semaphore/one_word?");
  }
}

TEST(CommandLine, TakesTheLastFlags) {
  EXPECT_EQ(parsed({"x.cpp", "-f", "-O1", "-f", "-O3 -g"}).flags, "-O3 -g");
}

TEST(CommandLine, TakesWhatAProgramGets) {
  const auto options =
      parsed({"-", "--run", "--arg", "a b", "--arg=-x", "-f", "-O0 -g"});
  EXPECT_TRUE(options.run);
  EXPECT_EQ(options.arguments, (std::vector<std::string>{"a b", "-x"}));
  EXPECT_EQ(options.flags, "-O0 -g");
  EXPECT_EQ(options.file, "-");
}

TEST(CommandLine, RefusesWhatMakesNoSense) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"x.cpp", "--arg", "a"},
        {"x.cpp", "--run", "--asm"},
        {"x.cpp", "--run", "--diff"},
        {"x.cpp", "--match", "gcc"},
        {"x.cpp", "--no-such-option"},
        {"x.cpp", "--run", "--input", "/no/such/file"}}) {
    EXPECT_THROW(static_cast<void>(parsed(words)), CLI::ParseError);
  }
}

TEST(CommandLine, TakesTheServerFromTheEnvironment) {
  ::setenv("COMPILER_EXPLORER_URL", "http://localhost:10240", 1);
  EXPECT_EQ(parsed({"x.cpp"}).url, "http://localhost:10240");
  EXPECT_EQ(parsed({"x.cpp", "--url", "http://x"}).url, "http://x");
  ::unsetenv("COMPILER_EXPLORER_URL");
}

}  // namespace
