// SPDX-License-Identifier: MIT
// The whole command against recorded answers.
#include "compile/compile.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "compiler_explorer/links.hpp"
#include "support/scripted_transport.hpp"
#include "support/temporary_folder.hpp"

namespace {

using compile_command::exit_status;
using compile_command::options;
using nlohmann::json;

struct result {
  exit_status status;
  std::string out;
  std::string err;
  std::vector<compiler_explorer::http_request> requests;
};

constexpr const char* square =
    "int square(int num) {\n    return num * num;\n}\n";

result compiled(options asked, const std::vector<std::string>& samples,
                const std::string& source = square) {
  const auto script = support::replay(samples);
  auto client = support::client_of(script);
  std::istringstream in{source};
  std::ostringstream out;
  std::ostringstream err;
  asked.file = "-";
  const exit_status status =
      compile_command::compile(asked, client, {in, out, err});
  return {status, out.str(), err.str(), script->requests};
}

TEST(Compile, SaysThatItCompiles) {
  const auto got = compiled({}, {"compilers_fields", "json_compile_O2"});
  EXPECT_EQ(got.status, compile_command::success);
  EXPECT_EQ(got.out, "");
  EXPECT_EQ(got.err,
            "g++ 12.x: compiled\nBy Compiler Explorer at "
            "https://godbolt.org\n");
  const auto sent = json::parse(got.requests.at(1).body);
  EXPECT_EQ(sent.at("options").at("userArguments"), "-std=c++20 -O2");
}

TEST(Compile, ShowsErrorsInTheReadersFile) {
  const auto got =
      compiled({}, {"compilers_fields", "compile_error"},
               "#include <vector>\nint main() {\n    std::vector<int> v;\n"
               "    v.push_bak(1);\n    int unused;\n    return \"x\";\n}\n");
  EXPECT_EQ(got.status, compile_command::did_not_compile);
  EXPECT_EQ(got.err.find("-:4:7: error: ‘class std::vector<int>’"), 0U)
      << got.err;
  EXPECT_NE(got.err.find("g++ 12.x: did not compile"), std::string::npos);
}

TEST(Compile, ShowsAssemblyUnderItsSource) {
  options asked;
  asked.assembly = true;
  const auto got = compiled(asked, {"compilers_fields", "json_compile_O2"});
  EXPECT_EQ(got.out,
            "square(int):\n; 2 |     return num * num;\n"
            "        imul    edi, edi\n; 3 | }\n        mov     eax, edi\n"
            "        ret\n");
}

TEST(Compile, ShowsSeveralCompilersAsATable) {
  options asked;
  asked.compilers = {"gcc", "clang", "arm64-gcc"};
  const auto got = compiled(
      asked, {"compilers_fields", "compilers_fields", "compilers_fields",
              "json_compile_O2", "compile_error_clang", "compile_arm64g12"});
  EXPECT_EQ(got.status, compile_command::did_not_compile);
  EXPECT_EQ(
      got.out.find("compiler           id        result           warnings  "
                   "instructions  first error\n"
                   "g++ 12.x           g12       compiled         0         3\n"
                   "x86-64 clang 19.1  clang19   did not compile  "),
      0U)
      << got.out;
}

TEST(Compile, ShowsTwoSideBySide) {
  options asked;
  asked.compilers = {"gcc", "clang"};
  asked.diff = true;
  const auto got = compiled(asked, {"compilers_fields", "compilers_fields",
                                    "json_compile_O2", "compile_clang19"});
  EXPECT_EQ(got.status, compile_command::success);
  EXPECT_NE(got.out.find("\n2 |     return num * num;\n"), std::string::npos)
      << got.out;
  asked.compilers = {"gcc"};
  EXPECT_EQ(compiled(asked, {"compilers_fields"}).status,
            compile_command::wrong_use);
}

TEST(Compile, RunsAProgram) {
  options asked;
  asked.run = true;
  asked.arguments = {"a"};
  const auto got =
      compiled(asked, {"compilers_fields", "exec_executorRequest"});
  EXPECT_EQ(got.status, compile_command::program_failed) << "it returns 7";
  EXPECT_EQ(got.out, "argc=2\narg 1: a\nin: s\n");
  EXPECT_EQ(got.err.find("done\ng++ 12.x: exited with 7\n"), 0U) << got.err;
}

TEST(Compile, MakesWhatAProgramWritesPrintable) {
  options asked;
  asked.run = true;
  const auto got = compiled(asked, {"compilers_fields", "exec_asan"});
  EXPECT_EQ((got.out + got.err).find('\x1b'), std::string::npos);
}

TEST(Compile, TellsTimeAndBuildFailuresApart) {
  options asked;
  asked.run = true;
  EXPECT_EQ(compiled(asked, {"compilers_fields", "exec_infinite_loop"}).status,
            compile_command::out_of_time);
  const auto got = compiled(asked, {"compilers_fields", "exec_link_error"});
  EXPECT_EQ(got.status, compile_command::did_not_compile);
  EXPECT_NE(got.err.find("undefined reference to `g()'"), std::string::npos);
  EXPECT_EQ(got.err.find("Build failed"), std::string::npos);
}

TEST(Compile, MakesALinkWithoutACompilation) {
  options asked;
  asked.link = true;
  asked.compilers = {"gcc", "clang"};
  const auto got = compiled(asked, {"compilers_fields"});
  EXPECT_EQ(got.status, compile_command::success);
  ASSERT_TRUE(got.out.ends_with('\n'));
  const auto state =
      compiler_explorer::read_link(got.out.substr(0, got.out.size() - 1));
  EXPECT_EQ(state.sessions.at(0).source, square);
  ASSERT_EQ(state.sessions[0].compilers.size(), 2U);
  EXPECT_EQ(state.sessions[0].compilers[1].id, "clang19");
  for (const auto& request : got.requests) EXPECT_EQ(request.method, "GET");
}

TEST(Compile, WritesJson) {
  options asked;
  asked.json = true;
  asked.link = true;
  const auto got = compiled(asked, {"compilers_fields", "json_compile_O2"});
  const auto written = json::parse(got.out);
  EXPECT_EQ(written.at("server"), "https://godbolt.org");
  EXPECT_EQ(written.at("results").at(0).at("compiler").at("id"), "g12");
  EXPECT_EQ(written.at("results").at(0).at("build").at("assembly").at(1),
            (json{{"text", "        imul    edi, edi"}, {"line", 2}}));
  EXPECT_TRUE(written.contains("link"));
  EXPECT_EQ(got.err, "");
}

TEST(Compile, ListsCompilers) {
  options asked;
  asked.list = true;
  asked.match = "CLANG";
  const auto got = compiled(asked, {"compilers_fields"});
  EXPECT_EQ(got.out,
            "id       name               machine  runs programs\n"
            "clang14  clang 14           amd64    yes\n"
            "clang19  x86-64 clang 19.1  amd64    yes\n");
}

TEST(Compile, SaysWhatIsWrongInASentence) {
  options asked;
  asked.compilers = {"clagn"};
  const auto unknown = compiled(asked, {"compilers_fields"});
  EXPECT_EQ(unknown.status, compile_command::wrong_use);
  EXPECT_EQ(unknown.err,
            "There is no compiler 'clagn'. Did you mean 'clang'?\n");
  asked.compilers = {"gcc"};
  EXPECT_EQ(compiled(asked, {"forceServerError"}).status,
            compile_command::no_answer);
  EXPECT_EQ(compiled(asked, {"compilers_fields", "json_invalid"}).status,
            compile_command::no_answer);
}

TEST(Compile, OfflineWithoutACacheSaysSo) {
  const support::temporary_folder folder;
  options asked;
  asked.offline = true;
  asked.cache = folder.path();
  asked.file = "-";
  std::istringstream in{square};
  std::ostringstream out;
  std::ostringstream err;
  EXPECT_EQ(compile_command::compile(asked, {in, out, err}),
            compile_command::not_in_cache);
  EXPECT_EQ(err.str(),
            "This client is offline, and its cache does not hold the list of "
            "compilers for c++ of https://godbolt.org.\n");
  asked.url = "nonsense url";
  EXPECT_EQ(compile_command::compile(asked, {in, out, err}),
            compile_command::wrong_use);
}

}  // namespace
