// SPDX-License-Identifier: MIT
// What a page's code may do, and what becomes of it.
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "support/connection.hpp"
#include "support/served.hpp"

namespace {

using namespace live_pages_tests;
using namespace std::chrono_literals;
using nlohmann::json;

constexpr const char* compile = "/api/compiler/gcc/compile";

class Program : public testing::Test {
 protected:
  Program()
      : here_{{.compile = {.time = 20s, .memory = 1U << 30U},
               .run = {.time = 1s,
                       .memory = 128U << 20U,
                       .processes = 20,
                       .file = 1U << 20U}}} {}

  [[nodiscard]] json run(const std::string& source,
                         const std::string& arguments = "") const {
    return json::parse(body(here_.post(compile, to_run(source, arguments))));
  }
  static std::string last_word(const json& answer) {
    const json& lines = answer.at("stderr");
    return lines.empty() ? "" : lines.back().at("text").get<std::string>();
  }

  served here_;
};

TEST_F(Program, IsEndedByTheClock) {
  const json answer = run("int main() { for (;;) {} }");
  EXPECT_EQ(answer.at("code"), -1);
  EXPECT_TRUE(answer.at("timedOut"));
  EXPECT_EQ(last_word(answer), "Killed - processing time exceeded");
}

TEST_F(Program, IsEndedByItsMemory) {
  const json answer = run(
      "#include <cstdlib>\n#include <cstring>\n"
      "int main() { for (;;) std::memset(std::malloc(1 << 20), 1, 1 << 20); }");
  EXPECT_EQ(last_word(answer), "Killed - too much memory");
}

TEST_F(Program, IsEndedByItsChildren) {
  const json answer =
      run("#include <unistd.h>\nint main() { for (int k = 0; k < 40; ++k) if "
          "(fork() == 0) pause(); pause(); }");
  EXPECT_EQ(last_word(answer), "Killed - too many processes");
  EXPECT_TRUE(childless());
}

TEST_F(Program, IsEndedByItsOutput) {
  const json answer =
      run("#include <cstdio>\nint main() { for (;;) std::puts(\"again\"); }");
  EXPECT_TRUE(answer.at("truncated"));
  EXPECT_EQ(answer.at("stdout").back().at("text"), "[Truncated]");
  EXPECT_LT(answer.dump().size(), 1U << 20U);
}

TEST_F(Program, MayNotEndTheCompilerEither) {
  const json answer =
      run("template <int N> struct a { a<N + 1> next; };\n"
          "#include __FILE__\nint main() {}",
          "-ftemplate-depth=100000");
  EXPECT_FALSE(answer.at("didExecute"));
  EXPECT_NE(answer.at("buildResult").at("code"), 0);
}

TEST_F(Program, MeetsNoShell) {
  const std::string mark = here_.house().root() / "mark";
  for (const std::string& words :
       {"; touch " + mark, "'$(touch " + mark + ")'", "`touch " + mark + "`",
        "| touch " + mark, "&& touch " + mark,
        "-DX='\"$(touch " + mark + ")\"'", "\n touch " + mark}) {
    static_cast<void>(run("int main() {}", words));
    EXPECT_FALSE(std::filesystem::exists(mark)) << words;
  }
}

TEST_F(Program, HasFilesInItsOwnFolderAlone) {
  for (const char* name : {"../x.hpp", "/x.hpp", "a/../../x.hpp", "a/./b", ".",
                           "..", "a/", "x\\u0000y"}) {
    const std::string asked =
        std::string{R"({"source": "int main() {}", "options": )"} +
        R"({"compilerOptions": {"executorRequest": true}}, "files": )" +
        R"([{"contents": "x", "filename": ")" + name + "\"}]}";
    const json answer = json::parse(body(here_.post(compile, asked)));
    EXPECT_EQ(last_word(answer), "<Invalid filename>") << name;
  }
}

TEST_F(Program, IsAnsweredForByCode) {
  EXPECT_EQ(run("int main() { return 7; }").at("code"), 7);
  const json broken = run("int main() { return x; }");
  EXPECT_FALSE(broken.at("didExecute"));
  EXPECT_EQ(last_word(broken), "Build failed");
  EXPECT_EQ(broken.at("buildResult").at("stderr")[1].at("tag").at("line"), 1);
  EXPECT_EQ(last_word(run("#include <cstdlib>\nint main() { std::abort(); }")),
            "Program terminated with signal: SIGABRT");
  EXPECT_EQ(status(here_.post("/api/compiler/none/compile", "{}")), 404);
}

TEST_F(Program, GoesWhenTheReaderGoes) {
  const served patient;
  const std::string asked = to_run("int main() { for (;;) {} }");
  connection reader{patient.port()};
  reader.send("POST " + std::string{compile} + " HTTP/1.1\r\nHost: " +
              patient.host() + "\r\nX-Locksmith-Token: " + patient.token() +
              "\r\nContent-Type: application/json\r\nContent-Length: " +
              std::to_string(asked.size()) + "\r\n\r\n" + asked);
  EXPECT_EQ(status(reader.some()), 200);
  reader.close();
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_TRUE(childless());
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 9s);
}

TEST_F(Program, IsOneOfFew) {
  const served patient;
  const std::string asked = to_run("int main() { for (;;) {} }");
  const std::string request =
      "POST " + std::string{compile} + " HTTP/1.1\r\nHost: " + patient.host() +
      "\r\nX-Locksmith-Token: " + patient.token() +
      "\r\nContent-Type: application/json\r\nContent-Length: " +
      std::to_string(asked.size()) + "\r\n\r\n" + asked;
  std::vector<std::unique_ptr<connection>> readers;
  for (int k = 0; k < 8; ++k) {
    readers.push_back(std::make_unique<connection>(patient.port()));
    readers.back()->send(request);
    EXPECT_EQ(status(readers.back()->some()), 200);
  }
  const std::string refused = exchange(patient.port(), request);
  EXPECT_EQ(status(refused), 429);
  EXPECT_NE(refused.find("Retry-After: "), std::string::npos);
  EXPECT_EQ(status(patient.get("/")), 200) << "Pages are served meanwhile.";
  readers.clear();
  EXPECT_TRUE(childless());
}

}  // namespace
