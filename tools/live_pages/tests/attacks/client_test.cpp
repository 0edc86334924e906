// SPDX-License-Identifier: MIT
// The client for Compiler Explorer takes this server for one.
#include <gtest/gtest.h>

#include <compiler_explorer/client.hpp>
#include <compiler_explorer/curl_transport.hpp>
#include <memory>

#include "support/served.hpp"

namespace {

namespace ce = compiler_explorer;

class with_token : public ce::transport {
 public:
  explicit with_token(std::string token) : token_{std::move(token)} {}

  ce::http_response perform(const ce::http_request& what) override {
    ce::http_request own = what;
    own.headers.push_back({"X-Locksmith-Token", token_});
    return network_.perform(own);
  }

 private:
  std::string token_;
  ce::curl_transport network_;
};

class Client : public testing::Test {
 protected:
  live_pages_tests::served here_;
  ce::client client_{options(), std::make_unique<with_token>(here_.token())};

  [[nodiscard]] ce::client_options options() const {
    ce::client_options how;
    how.server = "http://" + here_.host();
    return how;
  }

  ce::compile_request request(const std::string& source) {
    ce::compile_request what;
    what.compiler = client_.find_compiler("gcc").id;
    what.source = source;
    what.arguments = {"-std=c++20", "-Wall", "-DTEXT=\"a b\""};
    return what;
  }
};

TEST_F(Client, FindsTheCompiler) {
  EXPECT_EQ(client_.languages().front().id, "c++");
  EXPECT_EQ(client_.find_compiler("gcc").id, "gcc");
}

TEST_F(Client, Compiles) {
  const auto good = client_.compile(request("int f() { int x; return 1; }"));
  EXPECT_TRUE(good.ok());
  EXPECT_FALSE(good.assembly.empty());
  ASSERT_EQ(good.diagnostics.size(), 1U);
  EXPECT_EQ(good.diagnostics[0].line, 1);
  const auto bad = client_.compile(request("int f() { return y; }"));
  EXPECT_FALSE(bad.ok());
  EXPECT_TRUE(bad.assembly.empty());
}

TEST_F(Client, Runs) {
  const auto how = client_.run(
      request("#include <cstdio>\n#include <unistd.h>\nint main(int n, char** "
              "a) { int c = std::getchar(); std::printf(\"%s %c\\n%s\\n\", "
              "a[n - 1], c, TEXT); return 3; }"),
      {.arguments = {"x", "y z"}, .standard_input = "q"});
  EXPECT_TRUE(how.did_execute);
  EXPECT_EQ(how.code, 3);
  EXPECT_EQ(how.out, (std::vector<std::string>{"y z q", "a b"}));
}

}  // namespace
