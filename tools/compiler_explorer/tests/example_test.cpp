// SPDX-License-Identifier: MIT
#include "example.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include "support/scripted_transport.hpp"

namespace {

std::string file(const std::string& path) {
  std::ifstream text{SAMPLES "/../" + path};
  return {std::istreambuf_iterator<char>{text}, {}};
}

TEST(Example, Runs) {
  auto client = support::client_of(
      support::replay({"compilers_fields", "json_compile_O2"}));
  std::ostringstream out;
  show(client, out);
  EXPECT_EQ(out.str(),
            "compiled\n"
            "square(int):\n"
            "; 2 |     return num * num;\n"
            "        imul    edi, edi\n"
            "; 3 | }\n"
            "        mov     eax, edi\n"
            "        ret\n");
}

TEST(Example, IsTheOneOfTheReadme) {
  const std::string source = file("example.cpp");
  const auto begin = source.find("// [example]\n") + 13;
  const auto end = source.find("// [/example]");
  ASSERT_LT(begin, end);
  EXPECT_NE(file("../README.md").find(source.substr(begin, end - begin)),
            std::string::npos);
}

}  // namespace
