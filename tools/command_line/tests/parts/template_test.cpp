// SPDX-License-Identifier: MIT
#include "house/template.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "answers/files.hpp"
#include "complaint.hpp"
#include "support/folder.hpp"

namespace {

using command_line::complaint;
using command_line::make_chapter;
using command_line::make_exercise;
using command_line::read_file;
namespace fs = std::filesystem;

class Template : public testing::Test {
 protected:
  Template() {
    const fs::path templates = "tools/command_line/templates";
    fs::create_directories(root_ / templates);
    fs::copy(fs::path{LOCKSMITH_ROOT} / templates, root_ / templates,
             fs::copy_options::recursive);
    for (const char* const each : {"chapters", "exercises", "book"}) {
      fs::create_directories(root_ / each);
    }
    std::ofstream{root_ / "chapters/CMakeLists.txt"}
        << "# Chapters.\nadd_subdirectory(one)\n";
    std::ofstream{root_ / "exercises/CMakeLists.txt"}
        << "x()\nlocksmith_exercise(one a)\nlocksmith_exercise(one b)\n\ny()\n";
    std::ofstream{root_ / "book/index.md"}
        << "# Book\n\n:::{chapters}\none\n:::\n\nMore.\n";
  }

  command_line_tests::folder place_;
  fs::path root_ = place_.path();
};

TEST_F(Template, MakesAChapterAndItsExercise) {
  for (const fs::path& each : make_chapter(root_, "ticket_lock")) {
    EXPECT_EQ(read_file(each).find('@'), std::string::npos) << each;
  }
  EXPECT_EQ(read_file(root_ / "chapters/CMakeLists.txt"),
            "# Chapters.\nadd_subdirectory(one)\n"
            "add_subdirectory(ticket_lock)\n");
  EXPECT_EQ(read_file(root_ / "book/index.md"),
            "# Book\n\n:::{chapters}\none\nticket_lock\n:::\n\nMore.\n");
  EXPECT_NE(read_file(root_ / "chapters/ticket_lock/ticket_lock_test.cpp")
                .find("TEST(TicketLock, HandsOver)"),
            std::string::npos);

  for (const fs::path& each : make_exercise(root_, "ticket_lock", "fair")) {
    EXPECT_EQ(read_file(each).find('@'), std::string::npos) << each;
  }
  EXPECT_EQ(read_file(root_ / "exercises/CMakeLists.txt"),
            "x()\nlocksmith_exercise(one a)\nlocksmith_exercise(one b)\n"
            "locksmith_exercise(ticket_lock fair)\n\ny()\n");
  EXPECT_TRUE(fs::exists(root_ / "solutions/ticket_lock/fair/wrong"));
}

// A task that no chapter names fails the book's build.
TEST_F(Template, PutsACardIntoTheChapter) {
  make_chapter(root_, "lamp");
  const fs::path book = root_ / "chapters/lamp/chapter.md";
  make_exercise(root_, "lamp", "one");
  make_exercise(root_, "lamp", "two");
  EXPECT_NE(read_file(book).find("## Exercises\n\n:::{exercise} lamp/one\n:::\n"
                                 "\n:::{exercise} lamp/two\n:::\n\n"),
            std::string::npos)
      << read_file(book);
  std::ofstream{book} << "# Lamp\n";
  make_exercise(root_, "lamp", "three");
  EXPECT_EQ(read_file(book),
            "# Lamp\n\n## Exercises\n\n:::{exercise} lamp/three\n:::\n");
}

// The book is built optimized, and there an assertion asserts nothing.
TEST_F(Template, ChecksInOptimizedBuildsToo) {
  for (const fs::path& each : make_chapter(root_, "lamp")) {
    EXPECT_EQ(read_file(each).find("assert("), std::string::npos) << each;
  }
}

TEST_F(Template, OverwritesNothing) {
  make_chapter(root_, "lamp");
  const std::string list = read_file(root_ / "chapters/CMakeLists.txt");
  EXPECT_THROW(make_chapter(root_, "lamp"), complaint);
  EXPECT_EQ(read_file(root_ / "chapters/CMakeLists.txt"), list);
  EXPECT_THROW(make_exercise(root_, "none", "x"), complaint);
}

TEST_F(Template, TakesNamesOnly) {
  for (const char* const each : {"", "Lamp", "../x", "a-b", "1st", "a/b"}) {
    EXPECT_THROW(make_chapter(root_, each), complaint) << each;
  }
}

}  // namespace
