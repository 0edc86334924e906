// SPDX-License-Identifier: MIT
#include "listing_source.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <stdexcept>

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

class ListingSource : public testing::Test {
 protected:
  ListingSource() {
    fs::remove_all(root_);
    write("code/locksmith/spin.hpp",
          "// SPDX-License-Identifier: MIT\n#pragma once\nint spin();\n");
    write("chapters/queue/steps/ring.hpp",
          "// SPDX-License-Identifier: MIT\n#pragma once\n\n#include <atomic>\n"
          "#include \"locksmith/spin.hpp\"\n// [ring]\nstruct ring {};\n"
          "// [/ring]\n");
    write("chapters/queue/queue_bodies.hpp",
          "#include <thread>\n// [turns]\ntemplate <class T, int n>\n"
          "void turns() {}\n// [/turns]\n");
  }
  ~ListingSource() override { fs::remove_all(root_); }

  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((root_ / name).parent_path());
    std::ofstream{root_ / name} << text;
  }

  [[nodiscard]] auto source_of(const std::string& file) const {
    return book_links::source_of(
        {.root = root_, .roots = {root_ / "code"}, .version = "1.2"}, file);
  }

  fs::path root_ = fs::temp_directory_path() /
                   ("listing_source_test." + std::to_string(::getpid()));
};

TEST_F(ListingSource, FoldsAStepWithoutWhatOnlyTheBookNeeds) {
  const auto source = source_of("chapters/queue/steps/ring.hpp");
  ASSERT_TRUE(source);
  EXPECT_FALSE(source->runs);
  EXPECT_EQ(source->text,
            "// SPDX-License-Identifier: MIT\n//\n"
            "// chapters/queue/steps/ring.hpp of Locksmith 1.2, and what it "
            "includes.\n\n#include <atomic>\nint spin();\nstruct ring {};\n");
}

TEST_F(ListingSource, IsTheSingleHeaderOfWhatCanBeCopied) {
  const auto source = source_of("code/locksmith/spin.hpp");
  ASSERT_TRUE(source);
  EXPECT_THAT(source->text, HasSubstr("LOCKSMITH_FOLDED_SPIN"));
  EXPECT_THAT(source->text, Not(HasSubstr("#pragma once")));
}

TEST_F(ListingSource, EndsWithTheProgramThatIsNamedForIt) {
  write("chapters/queue/programs.txt",
        "# file function type\nsteps/ring.hpp  turns  ring, 4 \n");
  const auto source = source_of("chapters/queue/steps/ring.hpp");
  ASSERT_TRUE(source && source->runs);
  EXPECT_THAT(source->text, testing::EndsWith("\n#include <thread>\n\n"
                                              "template <class T, int n>\n"
                                              "void turns() {}\n\n"
                                              "int main() { turns<ring, 4>(); "
                                              "}\n"));
}

TEST_F(ListingSource, SaysWhichFunctionIsMissing) {
  write("chapters/queue/programs.txt", "steps/ring.hpp none ring\n");
  try {
    static_cast<void>(source_of("chapters/queue/steps/ring.hpp"));
    FAIL();
  } catch (const std::runtime_error& problem) {
    EXPECT_THAT(problem.what(),
                HasSubstr("queue_bodies.hpp: no region [none]"));
  }
}

TEST_F(ListingSource, GivesNoneThatNeedsWhatOthersDoNotHave) {
  write("chapters/queue/queue_suite.hpp", "#include <gtest/gtest.h>\n");
  EXPECT_FALSE(source_of("chapters/queue/queue_suite.hpp"));
  write("chapters/queue/queue_suite.hpp", "#include \"elsewhere.hpp\"\n");
  EXPECT_FALSE(source_of("chapters/queue/queue_suite.hpp"));
  write("chapters/queue/queue_suite.hpp", "#include <sys/syscall.h>\n");
  EXPECT_TRUE(source_of("chapters/queue/queue_suite.hpp"));
}

TEST_F(ListingSource, SaysWhichFileIsMissing) {
  EXPECT_THROW(static_cast<void>(source_of("chapters/queue/steps/no.hpp")),
               std::runtime_error);
}

}  // namespace
