// SPDX-License-Identifier: MIT
#include "report/show_verdict.hpp"

#include <cstdio>
#include <sstream>

#include "picture/draw.hpp"
#include "report/source_lines.hpp"

namespace command_line {
namespace {

std::string seconds(double count) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f s", count);
  return text;
}

std::string tests(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " test" : " tests");
}

page compile_error(const house& home, const verdict& what, std::size_t width) {
  const build_error& error = what.error;
  page text{{{"It does not compile.", look::bad}}, {}};
  if (!error.file.empty()) {
    text.push_back({{from_root(home, error.file), look::bold},
                    {", line " + std::to_string(error.line), look::bold}});
  }
  append(text, wrap({{error.message}}, width));
  for (const std::string& each : error.source) {
    text.push_back({{each, look::code}});
  }
  if (!error.from.empty()) {
    append(text, wrap({{"It comes from ", look::dim},
                       {error.from, look::bold},
                       {" in your answer.", look::dim}},
                      width));
  }
  return text;
}

// A message as it stands, but no longer than a screen.
page message(const std::string& text, std::size_t width) {
  constexpr std::size_t most = 16;
  page lines;
  std::istringstream all{text};
  for (std::string each; std::getline(all, each);) {
    append(lines, wrap({{each}}, width, 2));
  }
  if (lines.size() > most) {
    lines.resize(most);
    lines.push_back({{"...", look::dim}});
  }
  return lines;
}

page failed(const house& home, const exercise& of, const verdict& what,
            std::size_t width) {
  page text{{{"The check turns it down.", look::bad},
             {"  " + what.test.name, look::bold}},
            {}};
  if (what.shown) {
    append(text,
           wrap({{what.shown->kind, look::bad}, {": "}, {what.shown->sentence}},
                width));
    text.emplace_back();
    append(text, draw(*what.shown, of.answer, width));
    const page lines = source_lines(*what.shown, of, width);
    if (!lines.empty()) text.emplace_back();
    append(text, lines);
  } else {
    append(text, message(what.test.message, width));
    text.push_back({{from_root(home, what.test.file) + ":" +
                         std::to_string(what.test.line),
                     look::dim}});
  }
  if (what.passed > 0) {
    text.emplace_back();
    text.push_back({{tests(what.passed) + " passed before it.", look::dim}});
  }
  return text;
}

page endless(const verdict& what, std::size_t width) {
  page text{
      {{"It does not end.", look::bad}, {"  " + what.test.name, look::bold}},
      {}};
  append(text,
         wrap({{"It was stopped after " + seconds(what.seconds) + ". " +
                (what.threads.empty() ? ""
                                      : "At that time " + what.threads + ".")}},
              width));
  append(text, message(what.test.message, width));
  return text;
}

page passed(const verdict& what, std::size_t width) {
  page text{
      {{"It passes.", look::good},
       {"  " + tests(what.passed) + ", " + seconds(what.seconds), look::dim}}};
  if (!what.skipped.empty()) {
    append(text,
           wrap({{tests(what.skipped.size()) + " did not run, " +
                      what.skipped.front() +
                      " for one. tools/locksmith doctor says what is missing.",
                  look::notice}},
                width));
  }
  return text;
}

}  // namespace

std::string from_root(const house& home, const std::string& file) {
  const std::string root = home.root.string() + '/';
  return file.starts_with(root) ? file.substr(root.size()) : file;
}

page show_verdict(const house& home, const exercise& of, const verdict& what,
                  std::size_t width) {
  switch (what.how) {
    case verdict::kind::passed:
      return passed(what, width);
    case verdict::kind::does_not_compile:
      return compile_error(home, what, width);
    case verdict::kind::failed:
      return failed(home, of, what, width);
    case verdict::kind::does_not_end:
      return endless(what, width);
    case verdict::kind::crashed:
    case verdict::kind::not_judged:
      break;
  }
  page text{{{what.how == verdict::kind::crashed ? "It crashes."
                                                 : "It was not judged.",
              look::bad},
             {"  " + what.test.name, look::bold}},
            {}};
  append(text, wrap({{what.reason}}, width));
  append(text, message(what.test.message, width));
  return text;
}

}  // namespace command_line
