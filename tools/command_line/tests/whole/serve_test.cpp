// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <csignal>
#include <fstream>

#include "support/program.hpp"
#include "support/terminal.hpp"

namespace {

using command_line_tests::small_house;
using command_line_tests::terminal;

// tools/read becomes the server, which ends by itself at Ctrl-C.
TEST(Serve, IsToolsReadAndEndsWithCtrlC) {
  const small_house house;
  std::filesystem::create_directories(house.root() / "tools");
  const auto script = house.root() / "tools/read";
  std::ofstream{script} << "#!/bin/sh\ntrap 'echo bye; exit 0' INT\n"
                           "echo \"reads: $*\"\nsleep 1000 & wait\n";
  ::chmod(script.c_str(), 0755);
  terminal serve{house, {"serve", "--port", "8123"}};
  ASSERT_TRUE(serve.shows("reads: --port 8123")) << serve.bytes();
  serve.type("\x03");
  ASSERT_TRUE(serve.shows("bye")) << serve.bytes();
  EXPECT_EQ(serve.ends(), 0);
  EXPECT_TRUE(serve.is_as_before());
}

}  // namespace
