// SPDX-License-Identifier: MIT
#include "report/trace_page.hpp"

#include <sstream>

#include "answers/files.hpp"
#include "house/task.hpp"
#include "picture/draw.hpp"

namespace command_line {
namespace {

constexpr const char* style = R"(
body { font: 1rem/1.5 sans-serif; margin: 2rem auto; padding: 0 1rem;
  max-width: 60rem; background: var(--paper); color: var(--ink); }
pre { overflow-x: auto; background: var(--code); padding: 1rem; }
.lit { display: inline-block; min-width: 100%; background: var(--accent-tint); }
.live-line { font: inherit; text-align: left; padding: 0; color: var(--soft);
  background: none; border: 0; cursor: pointer; }
)";

// Puts the book's player in the place of the picture in letters.
constexpr const char* player = R"(
const live = globalThis.locksmithLive;
const lines = [...document.querySelectorAll("#answer span")];
const go = (number) => {
  for (const each of lines) each.classList.remove("lit");
  lines[number - 1]?.classList.add("lit");
  lines[number - 1]?.scrollIntoView({ block: "nearest" });
};
const { file } = document.getElementById("answer").dataset;
const result = JSON.parse(document.getElementById("result").textContent);
document.getElementById("execution").replaceChildren(
  live.execution(result, file, lines.map((each) => each.textContent), go));
)";

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char each : text) {
    switch (each) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      default:
        safe += each;
    }
  }
  return safe;
}

// JSON that ends no element.
std::string embedded(std::string_view json) {
  std::string safe;
  for (const char each : json) {
    if (each == '<') {
      safe += "\\u003c";
    } else {
      safe += each;
    }
  }
  return safe;
}

// Each line on its own, so that a step can lead to it.
std::string lines_of(const std::string& text) {
  std::string lines;
  std::istringstream all{text};
  for (std::string each; std::getline(all, each);) {
    lines += "<span>" + escaped(each) + "</span>\n";
  }
  return lines;
}

std::string picture(const execution& what, const exercise& of) {
  constexpr std::size_t width = 90;
  std::string text;
  for (const line& each : draw(what, of.answer, width)) {
    text += escaped(plain(each)) + '\n';
  }
  return text;
}

// The style sheets and the scripts of the book that show an execution.
std::string parts(const house& home, std::initializer_list<const char*> files) {
  std::string text;
  for (const char* const each : files) {
    text += read_file(home.root / "book/static" / each);
  }
  return text;
}

}  // namespace

std::string trace_page(const house& home, const exercise& of,
                       const verdict& what) {
  const std::string title = escaped(read_task(of).title);
  const execution& shown = what.shown.value();
  return "<!doctype html>\n<html lang=\"en\">\n<head>\n"
         "<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
         title + ": how it breaks</title>\n<style>\n" +
         parts(home, {"colours.css", "execution.css"}) + style +
         "</style>\n</head>\n<body data-theme=\"auto\">\n<h1>" + title +
         "</h1>\n<p>" + escaped(what.test.name) +
         " fails.</p>\n<div id=\"execution\">\n<p>" + escaped(shown.kind) +
         ": " + escaped(shown.sentence) + "</p>\n<pre tabindex=\"0\">" +
         picture(shown, of) +
         "</pre>\n</div>\n<h2>Your answer</h2>\n"
         "<pre tabindex=\"0\" id=\"answer\" data-file=\"/" +
         escaped(of.answer.filename().string()) + "\">" +
         lines_of(read_file_or(of.answer, "")) +
         "</pre>\n<script type=\"application/json\" id=\"result\">" +
         embedded(what.json) + "</script>\n<script>\n" +
         parts(home, {"arrow.js", "execution.js", "live_server.js",
                      "live_execution.js"}) +
         player + "</script>\n</body>\n</html>\n";
}

}  // namespace command_line
