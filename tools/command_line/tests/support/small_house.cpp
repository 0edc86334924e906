// SPDX-License-Identifier: MIT
#include "support/small_house.hpp"

#include <sys/stat.h>

#include <cstdlib>
#include <fstream>

#include "answers/files.hpp"

namespace command_line_tests {
namespace {

namespace fs = std::filesystem;

constexpr const char* manifest_exercise =
    R"({"chapter": "demo", "name": "@", "dir": "exercises/demo/@",
 "file": "@.hpp", "solution": "solutions/demo/@", "target": "check_demo_@",
 "answer": "answers/demo/@/@.hpp", "answer_target": "answer_demo_@",
 "answer_program": "answer_demo_@", "wrong": []})";

// cmake --build BUILD --target answer_demo_NAME
constexpr const char* cmake = R"(#!/bin/sh
name=${4#answer_demo_}
answer=$(dirname "$2")/answers/demo/$name/$name.hpp
if grep -q 'does not compile' "$answer"; then
  echo "$answer:3:5: error: expected ';' before '}' token"
  echo "    3 |   int x"
  echo "      |     ^"
  exit 1
fi
if grep -q waits "$answer"; then read -r line <"$(dirname "$2")/gate"; fi
cp "$answer" "$2/$4.txt"
)";

constexpr const char* check = R"(#!/bin/sh
does=$(cat "$0.txt")
echo '[ RUN      ] Demo.IsJudged'
case $does in
  *passes*) echo '[       OK ] Demo.IsJudged (0 ms)'; exit 0 ;;
  *fails*)
    echo 'check.cpp:7: Failure'
    echo 'data race: the two stores race'
    echo '[  FAILED  ] Demo.IsJudged (0 ms)'
    cat "$(dirname "$0")/race.json" >>"$INTERLEAVE_RESULTS"
    exit 1 ;;
  *'never ends'*) sleep 1000 & echo $! >"$0.sleeper"; wait ;;
  *crashes*) kill -SEGV $$ ;;
esac
)";

constexpr const char* race =
    R"({"executions": 3, "failure": {"kind": "data race",)"
    R"( "sentence": "the two stores race", "execution": {"threads":)"
    R"( ["main", "thread 1"], "notes": ["x: 4 bytes"], "steps": [)"
    R"({"thread": 0, "operation": "store", "order": "relaxed",)"
    R"( "location": "x", "value": "1", "reads_from": null, "newer": null,)"
    R"( "modification": 1, "note": "", "plain": false, "culprit": true,)"
    R"( "stack": [], "place": {"file": "first.hpp", "line": 2, "function": "f"}},)"
    R"({"thread": 1, "operation": "load", "order": "relaxed",)"
    R"( "location": "x", "value": "0", "reads_from": null, "newer": 0,)"
    R"( "modification": 0, "note": "stale", "plain": false, "culprit": true,)"
    R"( "stack": [], "place": {"file": "first.hpp", "line": 3, "function": "g"}})"
    R"(]}}})"
    "\n";

std::string with_name(std::string text, const std::string& name) {
  for (std::size_t at = 0; (at = text.find('@', at)) != std::string::npos;) {
    text.replace(at, 1, name);
  }
  return text;
}

}  // namespace

small_house::small_house() {
  write("book/index.md", ":::{chapters}\nother\ndemo\n:::\n");
  write("chapters/demo/chapter.md", "# A demonstration\n");
  exercise("first");
  exercise("second_one");
  write(
      "build/manifest.json",
      R"({"version": "9.8.7", "source_dir": ")" + root().string() +
          R"(", "foundation": [], "chapters": [{"name": "demo", "dir":)" +
          R"( "chapters/demo", "headers": [], "steps": []}], "exercises": [)" +
          with_name(manifest_exercise, "first") + ",\n" +
          with_name(manifest_exercise, "second_one") + "]}");
  write("build/race.json", race);
  write("bin/cmake", cmake, true);
  ::mkfifo(gate().c_str(), 0600);
}

void small_house::exercise(const std::string& name) const {
  const std::string task = "exercises/demo/" + name;
  write(task + "/task.md",
        "---\ntitle: The " + name +
            " task\ndifficulty: easy\nminutes: 5\n---\n\nMake `it` *pass*.\n");
  write(task + "/hints.md",
        "## Hint 1\n\nLook twice.\n\n## Hint 2\n\nLook again.\n");
  write(task + "/" + name + ".hpp", "// fails, to begin with\n");
  const std::string solution = "solutions/demo/" + name;
  write(solution + "/" + name + ".hpp", "// passes: the solution\n");
  write(solution + "/why.md", "# Why it is so\n\nBecause.\n");
  write("build/answer_demo_" + name, check, true);
}

void small_house::write(const std::string& file, const std::string& text,
                        bool executable) const {
  const fs::path path = root() / file;
  fs::create_directories(path.parent_path());
  std::ofstream{path} << text;
  if (executable) ::chmod(path.c_str(), 0755);
}

fs::path small_house::answer(const std::string& name) const {
  return root() / "answers/demo" / name / (name + ".hpp");
}

void small_house::save(const std::string& name, const std::string& text) const {
  std::ofstream{answer(name)} << text;
}

void small_house::save_by_rename(const std::string& name,
                                 const std::string& text) const {
  const fs::path beside = answer(name).string() + ".tmp";
  std::ofstream{beside} << text;
  fs::rename(beside, answer(name));
}

std::string small_house::progress() const {
  return command_line::read_file_or(root() / "answers/progress.txt", "");
}

}  // namespace command_line_tests
