// SPDX-License-Identifier: MIT
#include "jobs/sandbox.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "jobs/job.hpp"
#include "support/folder.hpp"
#include "support/served.hpp"

namespace {

using live_pages::job;
using live_pages::sandbox;
using kind = sandbox::kind;

class Sandbox : public testing::TestWithParam<kind> {
 protected:
  void SetUp() override {
    const kind best = sandbox{root_.path()}.what();
    if (GetParam() == kind::bubblewrap && best != kind::bubblewrap) {
      GTEST_SKIP() << "There is no bubblewrap that works.";
    }
    if (GetParam() == kind::namespaces && best == kind::none) {
      GTEST_SKIP() << "Namespaces are not allowed.";
    }
    std::filesystem::copy(MISBEHAVE, root_.path() / "misbehave");
  }

  bool can(const std::string& what, const std::string& with) {
    const sandbox inside{root_.path(), GetParam()};
    job one{{.command = inside.wrap(
                 {(root_.path() / "misbehave").string(), what, with},
                 {place_.path()}),
             .alone = GetParam() == kind::namespaces}};
    return one.wait().well();
  }

  command_line_tests::folder root_;
  command_line_tests::folder place_;
  command_line_tests::folder other_;
};

TEST_P(Sandbox, HasNoNetwork) {
  const live_pages_tests::served here;
  EXPECT_FALSE(can("connect", std::to_string(here.port())));
}

TEST_P(Sandbox, HasOneFolderToWriteTo) {
  EXPECT_TRUE(can("write", place_.path() / "x"));
  if (GetParam() != kind::bubblewrap) return;
  EXPECT_FALSE(can("write", root_.path() / "x"));
  can("write", other_.path() / "x");
  EXPECT_FALSE(std::filesystem::exists(other_.path() / "x"));
}

TEST_P(Sandbox, SeesNoFilesOfTheReader) {
  if (GetParam() != kind::bubblewrap) GTEST_SKIP() << "It does.";
  std::ofstream{other_.path() / "x"} << "x";
  EXPECT_FALSE(can("read", other_.path() / "x"));
  std::ofstream{root_.path() / "x"} << "x";
  EXPECT_TRUE(can("read", root_.path() / "x"));
}

INSTANTIATE_TEST_SUITE_P(All, Sandbox,
                         testing::Values(kind::bubblewrap, kind::namespaces),
                         [](const auto& each) {
                           return each.param == kind::bubblewrap ? "bubblewrap"
                                                                 : "namespaces";
                         });

TEST(WithoutSandbox, ItSaysSo) {
  const sandbox none{"/", kind::none};
  EXPECT_NE(none.describe().find("in no sandbox"), std::string::npos);
  EXPECT_EQ(none.wrap({"a", "b"}, {"/c"}),
            (std::vector<std::string>{"a", "b"}));
}

}  // namespace
