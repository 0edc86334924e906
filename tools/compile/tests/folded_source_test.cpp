// SPDX-License-Identifier: MIT
#include "compile/folded_source.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "support/temporary_folder.hpp"

namespace {

using compile_command::fold;
namespace fs = std::filesystem;

class Fold : public testing::Test {
 protected:
  fs::path write(const std::string& name, const std::string& text) const {
    const fs::path place = folder_.path() / name;
    fs::create_directories(place.parent_path());
    std::ofstream{place} << text;
    return place;
  }

  [[nodiscard]] std::string text_of(const fs::path& file) {
    return fold(file, {folder_.path() / "include"}, none_).text;
  }

  support::temporary_folder folder_;
  std::istringstream none_;
};

TEST_F(Fold, PutsOwnHeadersInPlace) {
  write("include/locksmith/a.hpp",
        "#pragma once\n#include <atomic>\n#include \"locksmith/b.hpp\"\nint "
        "a;\n");
  write("include/locksmith/b.hpp", "#pragma once\r\nint b;\r\n");
  write("near.hpp", "#  pragma  once\nint near;\n");
  const auto file = write("main.cpp",
                          "#include <locksmith/a.hpp>\n#include <vector>\n"
                          "#include \"near.hpp\"  // here\n"
                          "#include \"locksmith/b.hpp\"\nint m;\n");
  EXPECT_EQ(text_of(file),
            "#include <atomic>\nint b;\nint a;\n#include <vector>\nint near;\n"
            "int m;\n");
}

TEST_F(Fold, KnowsWhereEveryLineComesFrom) {
  write("h.hpp", "int h;\nint i;\n");
  const auto file = write("main.cpp", "int a;\n#include \"h.hpp\"\nint b;\n");
  const auto folded = fold(file, {}, none_);
  ASSERT_EQ(folded.origins.size(), 4U);
  EXPECT_EQ(folded.origins[0].line, 1);
  EXPECT_EQ(folded.origins[2].file, (folder_.path() / "h.hpp").string());
  EXPECT_EQ(folded.origins[2].line, 2);
  EXPECT_EQ(folded.origins[3].file, file.string());
  EXPECT_EQ(folded.origins[3].line, 3);
}

TEST_F(Fold, UnderAConditionCountsOnlyThere) {
  write("h.hpp", "int h;\n");
  const auto file =
      write("main.cpp",
            "#if X\n#include \"h.hpp\"\n#else\n#include \"h.hpp\"\n#endif\n"
            "#include \"h.hpp\"\n#ifdef Y\n#include \"h.hpp\"\n#endif\n");
  const std::string guarded =
      "#ifndef FOLDED_1\n#define FOLDED_1\nint h;\n#endif\n";
  EXPECT_EQ(text_of(file), "#if X\n" + guarded + "#else\n" + guarded +
                               "#endif\n" + guarded + "#ifdef Y\n#endif\n");
}

// The bug: a header was there twice if it came first under a condition that
// held, so that the code did not compile.
TEST_F(Fold, AHeaderUnderAConditionAndAgainIsCompiledOnce) {
  write("h.hpp", "#pragma once\n#include \"i.hpp\"\nint h;\n");
  write("i.hpp", "#pragma once\nint i;\n");
  const auto file = write("main.cpp",
                          "#if 1\n#include \"h.hpp\"\n#endif\n"
                          "#include \"i.hpp\"\n#include \"h.hpp\"\n");
  const std::string i = "#ifndef FOLDED_2\n#define FOLDED_2\nint i;\n#endif\n";
  const std::string h = "#ifndef FOLDED_1\n#define FOLDED_1\n";
  EXPECT_EQ(text_of(file), "#if 1\n" + h + i + "int h;\n#endif\n#endif\n" + i +
                               h + "int h;\n#endif\n");
}

TEST_F(Fold, EndsThoughHeadersIncludeEachOther) {
  write("a.hpp", "#include \"b.hpp\"\nint a;\n");
  write("b.hpp", "#if 1\n#include \"a.hpp\"\n#include \"main.cpp\"\n#endif\n");
  const auto file = write("main.cpp", "#include \"a.hpp\"\n");
  EXPECT_EQ(text_of(file), "#if 1\n#endif\nint a;\n");
}

TEST_F(Fold, TakesStandardInputAndAFileWithoutALastNewline) {
  std::istringstream in{"int x;"};
  EXPECT_EQ(fold("-", {}, in).text, "int x;\n");
}

TEST_F(Fold, SaysThatThereIsNoSuchFile) {
  EXPECT_THROW(static_cast<void>(text_of(folder_.path() / "none.cpp")),
               compile_command::cannot_read);
  EXPECT_THROW(static_cast<void>(text_of(folder_.path())),
               compile_command::cannot_read);
}

}  // namespace
