// SPDX-License-Identifier: MIT
#include "compile/open_link.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "support/temporary_folder.hpp"

namespace {

namespace fs = std::filesystem;

// With another PATH until the end of the test.
class with_path {
 public:
  explicit with_path(const std::string& path) {
    const char* const now = std::getenv("PATH");
    before_ = now == nullptr ? "" : now;
    ::setenv("PATH", path.c_str(), 1);
  }
  with_path(const with_path&) = delete;
  with_path& operator=(const with_path&) = delete;
  ~with_path() { ::setenv("PATH", before_.c_str(), 1); }

 private:
  std::string before_;
};

TEST(OpenLink, GivesTheLinkAsItIs) {
  const support::temporary_folder folder;
  const fs::path pipe = folder.path() / "pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const fs::path command = folder.path() / "xdg-open";
  std::ofstream{command} << "#!/bin/sh\nprintf '%s' \"$1\" >'" << pipe.string()
                         << "'\n";
  fs::permissions(command, fs::perms::owner_all);
  const std::string url = "https://x/#a:'b;+$(touch c)'&\"d\"`e`";
  const with_path path{folder.path().string()};
  ASSERT_TRUE(compile_command::open_link(url));
  // Reading waits for the command to write.
  std::ifstream written{pipe};
  EXPECT_EQ((std::string{std::istreambuf_iterator<char>{written}, {}}), url);
}

TEST(OpenLink, SaysThatThereIsNoSuchCommand) {
  const support::temporary_folder folder;
  const with_path path{folder.path().string()};
  EXPECT_FALSE(compile_command::open_link("https://x/"));
}

}  // namespace
