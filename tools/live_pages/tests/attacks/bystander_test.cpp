// SPDX-License-Identifier: MIT
// What stands beside the work: other files of the reader's, the server itself,
// the keeper, and the address that a page is sent on to.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "support/served.hpp"

namespace {

using namespace live_pages_tests;
using nlohmann::json;
namespace fs = std::filesystem;

constexpr const char* compile = "/api/compiler/gcc/compile";

class Bystander : public testing::Test {
 protected:
  [[nodiscard]] json run(const std::string& source,
                         const std::string& arguments = "") const {
    return json::parse(body(here_.post(compile, to_run(source, arguments))));
  }
  [[nodiscard]] bool alone() const {
    return inside_.what() == live_pages::sandbox::kind::bubblewrap;
  }
  [[nodiscard]] std::size_t files() const {
    const fs::recursive_directory_iterator all{here_.house().root()};
    return static_cast<std::size_t>(std::distance(begin(all), end(all)));
  }
  static std::string text_of(const fs::path& file) {
    std::ifstream from{file};
    return {std::istreambuf_iterator<char>{from}, {}};
  }

  served here_{{.run = {.time = std::chrono::seconds{1}}}};
  live_pages::sandbox inside_{here_.house().root()};
};

// An answer that is a link to another file would have that one written.
TEST_F(Bystander, BehindALinkIsNotWritten) {
  const fs::path secret = here_.house().root() / "secret.txt";
  const fs::path answer = here_.house().answer("first");
  fs::create_directories(answer.parent_path());
  fs::create_symlink(secret, answer);
  const std::string path = "/api/exercises/demo/first/";
  EXPECT_NE(status(here_.post(path + "save", answer_with("mine"))), 0);
  EXPECT_EQ(text_of(secret), "the secret");
  EXPECT_NE(status(here_.post(path + "check", answer_with("passes"))), 0);
  EXPECT_EQ(text_of(secret), "the secret");
  EXPECT_NE(status(here_.post(path + "reset", "{}")), 0);
  EXPECT_EQ(text_of(secret), "the secret");
}

// "//folder" would send the reader to a host of that name.
TEST_F(Bystander, IsNotWhereARedirectLeads) {
  for (const char* path : {"//folder", "///folder", "/%2ffolder", "/\\folder",
                           "//folder/..", "//127.0.0.1/folder"}) {
    const std::string answer = here_.get(path);
    EXPECT_EQ(answer.find("Location: //"), std::string::npos) << path;
    EXPECT_EQ(answer.find("Location: /\\"), std::string::npos) << path;
    EXPECT_NE(status(answer), 301) << path;
  }
  EXPECT_NE(here_.get("/folder").find("Location: /folder/\r\n"),
            std::string::npos);
}

// A compiler writes where its options say.
TEST_F(Bystander, IsNotWrittenByTheCompiler) {
  if (!alone()) GTEST_SKIP() << "bubblewrap is not installed";
  const std::string root = here_.house().root().string();
  const std::size_t before = files();
  for (const std::string& option : std::vector<std::string>{
           "-MD -MF " + root + "/made",
           "-save-temps -dumpdir " + root + "/made",
           "-fdump-tree-all=" + root + "/made", "-o " + root + "/made",
           "-Wp,-MD," + root + "/made",
           "-wrapper touch," + root + "/made,--"}) {
    static_cast<void>(run("int main() {}", option));
    EXPECT_EQ(files(), before) << option;
  }
}

// It would have the token, were it to read the pages.
TEST_F(Bystander, CannotBeReachedByAProgram) {
  if (!alone()) GTEST_SKIP() << "bubblewrap is not installed";
  const std::string source =
      "#include <arpa/inet.h>\n#include <netinet/in.h>\n"
      "#include <sys/socket.h>\n"
      "int main() {\n"
      "  sockaddr_in to{};\n  to.sin_family = AF_INET;\n"
      "  to.sin_port = htons(" +
      std::to_string(here_.port()) +
      ");\n"
      "  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);\n"
      "  int s = socket(AF_INET, SOCK_STREAM, 0);\n"
      "  return connect(s, (sockaddr*)&to, sizeof to) == 0 ? 66 : 0;\n}\n";
  const json answer = run(source);
  EXPECT_EQ(answer.at("code"), 0) << answer;
}

// Whoever ends the keeper would be left behind.
TEST_F(Bystander, IsNotEndedByAProgram) {
  const json answer =
      run("#include <signal.h>\n#include <unistd.h>\n"
          "int main() { kill(getppid(), SIGKILL); for (;;) pause(); }");
  EXPECT_NE(answer.value("code", 0), 0) << answer;
  EXPECT_TRUE(childless());
  EXPECT_EQ(status(here_.get("/")), 200);
}

}  // namespace
