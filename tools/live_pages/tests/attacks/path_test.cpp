// SPDX-License-Identifier: MIT
// No path leads out of the site.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "support/served.hpp"

namespace {

using namespace live_pages_tests;

class Path : public testing::Test {
 protected:
  served here_;
};

TEST_F(Path, LeadsToPagesAndFiles) {
  EXPECT_EQ(status(here_.get("/")), 200);
  EXPECT_EQ(status(here_.get("/folder/")), 200);
  EXPECT_EQ(status(here_.get("/a.js?v=1")), 200);
  const std::string folder = here_.get("/folder");
  EXPECT_EQ(status(folder), 301);
  EXPECT_NE(folder.find("Location: /folder/\r\n"), std::string::npos);
  const std::string none = here_.get("/none.html");
  EXPECT_EQ(status(none), 404);
  EXPECT_NE(none.find("not here"), std::string::npos);
}

TEST_F(Path, LeadsNowhereElse) {
  for (const char* path : {"/../secret.txt",
                           "/folder/../../secret.txt",
                           "/%2e%2e/secret.txt",
                           "/..%2fsecret.txt",
                           "/%2e%2e%2fsecret.txt",
                           "/..%5csecret.txt",
                           "/..\\secret.txt",
                           "/.%2e/secret.txt",
                           "/%252e%252e/secret.txt",
                           "/%c0%ae%c0%ae/secret.txt",
                           "/folder/..%00/../secret.txt",
                           "/./../secret.txt",
                           "//etc/passwd",
                           "/%2fetc/passwd",
                           "/etc/passwd",
                           "/file:///etc/passwd",
                           "/folder//index.html",
                           "/proc/self/environ",
                           "/..",
                           "/../",
                           "/...",
                           "../secret.txt",
                           "/index.html/",
                           "/index.html/../../secret.txt"}) {
    const std::string answer = here_.get(path);
    EXPECT_NE(status(answer), 200) << path;
    EXPECT_EQ(answer.find("the secret"), std::string::npos) << path;
    EXPECT_EQ(answer.find("root:"), std::string::npos) << path;
  }
}

TEST_F(Path, HoldsNoZero) {
  for (const char* path : {"/index.html%00", "/index.html%00.png", "/%00"}) {
    EXPECT_EQ(status(here_.get(path)), 400) << path;
  }
}

TEST_F(Path, FollowsNoLinks) {
  namespace fs = std::filesystem;
  fs::create_symlink(here_.house().root() / "secret.txt",
                     here_.site() / "link.txt");
  fs::create_symlink("../secret.txt", here_.site() / "relative.txt");
  fs::create_directory_symlink(here_.house().root(), here_.site() / "up");
  fs::create_directory_symlink("/proc/self", here_.site() / "self");
  for (const char* path : {"/link.txt", "/relative.txt", "/up/secret.txt",
                           "/up/", "/self/environ", "/self/root/etc/passwd"}) {
    EXPECT_EQ(status(here_.get(path)), 404) << path;
  }
}

TEST_F(Path, LeadsToRegularFilesAlone) {
  ASSERT_EQ(::mkfifo((here_.site() / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(status(here_.get("/pipe")), 404);
  std::filesystem::create_directory(here_.site() / "bare");
  EXPECT_EQ(status(here_.get("/bare/")), 404);
}

TEST_F(Path, IsReadAndNotWritten) {
  EXPECT_EQ(status(here_.post("/index.html", "{}")), 405);
  for (const char* method : {"PUT", "DELETE", "PATCH", "TRACE", "CONNECT"}) {
    const std::string answer =
        exchange(here_.port(), std::string{method} +
                                   " /a.js HTTP/1.1\r\nHost: " + here_.host() +
                                   "\r\nContent-Length: 0\r\n\r\n");
    EXPECT_NE(status(answer), 200) << method;
  }
}

TEST_F(Path, IsNeverServedStale) {
  EXPECT_NE(here_.get("/").find("Cache-Control: no-store"), std::string::npos);
  const std::string first = here_.get("/a.js");
  EXPECT_NE(first.find("Cache-Control: no-cache"), std::string::npos);
  const std::size_t at = first.find("ETag: ");
  const std::string tag = first.substr(at + 6, first.find('\r', at) - at - 6);
  const std::string asked = "If-None-Match: " + tag + "\r\n";
  EXPECT_EQ(status(here_.get("/a.js", asked)), 304);
  // As a build does it: a new folder in the place of the old one.
  namespace fs = std::filesystem;
  fs::copy(here_.site(), here_.site().string() + ".new",
           fs::copy_options::recursive);
  fs::remove_all(here_.site());
  fs::rename(here_.site().string() + ".new", here_.site());
  EXPECT_EQ(status(here_.get("/a.js", asked)), 200);
}

TEST_F(Path, OfAnExerciseNamesOneOfTheBuild) {
  for (const char* name :
       {"../../secret", "demo/none", "demo/first/..", "demo", "demo/%2e%2e",
        "..%2f..%2fsecret/x", "demo/first%00"}) {
    const std::string path = std::string{"/api/exercises/"} + name;
    EXPECT_GE(status(here_.get(path)), 400) << name;
    EXPECT_GE(status(here_.post(path + "/save", answer_with("x"))), 400)
        << name;
  }
  EXPECT_FALSE(std::filesystem::exists(here_.house().root() / "answers"));
}

}  // namespace
