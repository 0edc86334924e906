// SPDX-License-Identifier: MIT
#include "copy/single_header.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <stdexcept>

#include "support/folder.hpp"

namespace {

using command_line_tests::folder;

class SingleHeader : public testing::Test {
 protected:
  void header(const std::string& name, const std::string& text) const {
    const auto file = place_.path() / "locksmith" / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream{file} << "// SPDX-License-Identifier: MIT\n#pragma once\n\n"
                        << text;
  }

  [[nodiscard]] std::string fold(const std::string& name) const {
    return single_header::fold({.roots = {place_.path()}, .version = "1.2"},
                               "locksmith/" + name);
  }

  static std::size_t count(const std::string& text, const std::string& what) {
    std::size_t number = 0;
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos;
         ++at) {
      ++number;
    }
    return number;
  }

 private:
  folder place_;
};

TEST_F(SingleHeader, FoldsEachHeaderInOnce) {
  header("base.hpp", "#include <atomic>\n\nstruct base {};\n");
  header("left.hpp", "#include \"locksmith/base.hpp\"\n\nstruct left {};\n");
  header("top.hpp",
         "#include <vector>\n\n#include \"locksmith/base.hpp\"\n"
         "#include \"locksmith/left.hpp\"\n\n// [struct]\nstruct top {};\n");
  const std::string text = fold("top.hpp");
  EXPECT_TRUE(text.starts_with(
      "// SPDX-License-Identifier: MIT\n//\n// locksmith/top.hpp of Locksmith "
      "1.2, one file that stands alone.\n// It holds: base.hpp left.hpp "
      "top.hpp\n"))
      << text;
  EXPECT_EQ(count(text, "struct base {};"), 1U);
  EXPECT_LT(text.find("struct base"), text.find("struct left"));
  EXPECT_LT(text.find("struct left"), text.find("struct top"));
  EXPECT_EQ(count(text, "SPDX"), 1U);
  EXPECT_EQ(count(text, "#pragma once"), 1U);
  EXPECT_EQ(count(text, "\"locksmith/"), 0U);
  EXPECT_EQ(count(text, "[struct]"), 0U);
  EXPECT_NE(text.find("#pragma once\n\n#include <atomic>\n#include <vector>\n"),
            std::string::npos);
}

TEST_F(SingleHeader, LeavesConditionsAsTheyAre) {
  header("detail/linux.hpp", "#include <linux/futex.h>\n\nint l;\n");
  header("detail/other.hpp", "int o;\n");
  header("top.hpp",
         "#if defined(__linux__)\n#include \"locksmith/detail/linux.hpp\"\n"
         "#else\n#include \"locksmith/detail/other.hpp\"\n#endif\nint t;\n");
  const std::string text = fold("top.hpp");
  EXPECT_LT(text.find("#if defined(__linux__)"),
            text.find("#include <linux/futex.h>"));
  EXPECT_LT(text.find("int l;"), text.find("\n#else"));
  EXPECT_LT(text.find("\n#else"), text.find("int o;"));
}

TEST_F(SingleHeader, HasTheSameGuardWhereverItIsFolded) {
  header("base.hpp", "struct base {};\n");
  header("one.hpp", "#include \"locksmith/base.hpp\"\n");
  header("two.hpp", "#if 1\n#include \"locksmith/base.hpp\"\n#endif\n");
  const std::string guard = "#define LOCKSMITH_FOLDED_BASE 0x";
  const auto number = [&](const std::string& text) {
    return text.substr(text.find(guard) + guard.size(), 8);
  };
  EXPECT_EQ(number(fold("one.hpp")), number(fold("two.hpp")));
  const std::string before = number(fold("one.hpp"));
  header("base.hpp", "struct base { int more; };\n");
  EXPECT_NE(number(fold("one.hpp")), before);
}

TEST_F(SingleHeader, SaysWhatIsWrong) {
  header("top.hpp", "#include \"locksmith/none.hpp\"\n");
  EXPECT_THROW(static_cast<void>(fold("top.hpp")), std::runtime_error);
  header("top.hpp", "#include \"locksmith/top.hpp\"\n");
  EXPECT_THROW(static_cast<void>(fold("top.hpp")), std::runtime_error);
}

}  // namespace
