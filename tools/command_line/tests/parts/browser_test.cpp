// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <map>

#include "answers/files.hpp"
#include "browser/open.hpp"
#include "support/folder.hpp"

namespace {

namespace fs = std::filesystem;
using command_line::read_file_or;

const std::string address = "https://x/#a:'b;+$(touch c)'&\"d\"`e`";

class Browser : public testing::Test {
 protected:
  Browser() {
    set("PATH", place_.path().string() + ":/usr/bin:/bin");
    set("DISPLAY", ":0");
    set("BROWSER", "");
  }

  ~Browser() override {
    for (const auto& [name, value] : before_) {
      ::setenv(name.c_str(), value.c_str(), 1);
    }
  }

  void set(const std::string& name, const std::string& value) {
    const char* const now = std::getenv(name.c_str());
    before_.try_emplace(name, now == nullptr ? "" : now);
    ::setenv(name.c_str(), value.c_str(), 1);
  }

  // A command that writes down its words and its session, and then does this.
  void command(const std::string& name, const std::string& then) const {
    const fs::path file = place_.path() / name;
    std::ofstream{file}
        << "#!/bin/sh\n{ printf '%s|' \"$@\"; ps -o sid= $$; } >"
        << written(name).string() << ".new\nmv " << written(name).string()
        << ".new " << written(name).string() << '\n'
        << then << '\n';
    ::chmod(file.c_str(), 0755);
  }

  [[nodiscard]] std::string said(const std::string& name) const {
    // Only ever waited for in full by a test that fails.
    for (int k = 0; k < 6'000 && !fs::exists(written(name)); ++k) {
      ::poll(nullptr, 0, 10);
    }
    return read_file_or(written(name), "nothing");
  }

  [[nodiscard]] fs::path written(const std::string& name) const {
    return place_.path() / (name + ".said");
  }

 private:
  std::map<std::string, std::string> before_;
  command_line_tests::folder place_;
};

TEST_F(Browser, GetsTheAddressAsItIs) {
  command("xdg-open", "");
  EXPECT_TRUE(browser::open(address));
  EXPECT_TRUE(said("xdg-open").starts_with(address + "|"));
}

// It was killed when the command that opened it ended.
TEST_F(Browser, LivesOnInASessionOfItsOwn) {
  command("xdg-open", "sleep 5");
  EXPECT_TRUE(browser::open(address));
  const std::string text = said("xdg-open");
  EXPECT_NE(std::stoi(text.substr(text.rfind('|') + 1)), ::getsid(0));
}

TEST_F(Browser, IsTheFirstOfBROWSERThatStarts) {
  command("fails", "exit 3");
  command("mine", "");
  set("BROWSER", "not-there:fails:mine --new %s --end:other");
  EXPECT_TRUE(browser::open("a b"));
  EXPECT_TRUE(said("mine").starts_with("--new|a b|--end|")) << said("mine");
}

TEST_F(Browser, IsNotToBeHad) {
  set("PATH", "/none");
  EXPECT_FALSE(browser::open(address));
  set("BROWSER", "not-there");
  EXPECT_FALSE(browser::open(address));
}

TEST_F(Browser, IsNotLookedForWithoutADisplay) {
  command("xdg-open", "");
  set("DISPLAY", "");
  set("WAYLAND_DISPLAY", "");
  EXPECT_FALSE(browser::open(address));
}

}  // namespace
