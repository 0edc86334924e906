// SPDX-License-Identifier: MIT
#include "report/trace_page.hpp"

#include "answers/files.hpp"
#include "house/task.hpp"
#include "picture/draw.hpp"

namespace command_line {
namespace {

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

std::string row(const execution& of, std::size_t index,
                const std::filesystem::path& answer) {
  const step& what = of.steps[index];
  const std::string number = std::to_string(index + 1);
  const std::string thread = std::to_string(what.thread % 4);
  std::string text = what.culprit ? "<tr class=\"culprit\"" : "<tr";
  text += " id=\"trace-" + number + "\"";
  if (what.reads_from) {
    text += " data-from=\"" + std::to_string(*what.reads_from + 1) + "\"";
  }
  text += "><th scope=\"row\">" + number + "</th>";
  for (std::size_t k = 0; k < of.threads.size(); ++k) {
    if (k != what.thread) {
      text += "<td></td>";
      continue;
    }
    text += "<td class=\"at-" + thread + "\" data-thread=\"" +
            escaped(of.threads[k]) + "\"><span class=\"operation\">" +
            escaped(plain(describe(what))) + "</span> <span class=\"line\">" +
            escaped(where(what, answer)) + "</span></td>";
  }
  return text + "</tr>\n";
}

std::string table(const execution& of, const std::filesystem::path& answer) {
  std::string text =
      "<table class=\"steps\" aria-labelledby=\"trace-title\">\n<thead><tr>"
      "<th scope=\"col\">step</th>";
  for (std::size_t k = 0; k < of.threads.size(); ++k) {
    text += "<th scope=\"col\" class=\"at-" + std::to_string(k % 4) + "\">" +
            escaped(of.threads[k]) + "</th>";
  }
  text += "</tr></thead>\n<tbody>\n";
  for (std::size_t k = 0; k < of.steps.size(); ++k) {
    text += row(of, k, answer);
  }
  text +=
      "<tr class=\"verdict\" id=\"trace-end\"><th scope=\"row\">"
      "<span aria-label=\"the end\">&#10007;</span></th><td colspan=\"" +
      std::to_string(of.threads.size()) + "\">" + escaped(of.sentence) +
      "</td></tr>\n</tbody></table>\n<ul class=\"notes\">";
  for (const std::string& each : of.notes) {
    text += "<li>" + escaped(each) + "</li>";
  }
  return text + "</ul>\n";
}

std::string part_of_book(const house& home, const char* file) {
  return read_file_or(home.root / "book/static" / file, "");
}

}  // namespace

std::string trace_page(const house& home, const exercise& of,
                       const std::string& test, const execution& what) {
  const std::string title = escaped(read_task(of).title);
  return "<!doctype html>\n<html lang=\"en\">\n<head>\n"
         "<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
         title + ": how it breaks</title>\n<style>\n" +
         part_of_book(home, "colours.css") +
         part_of_book(home, "execution.css") +
         "body { font: 1rem/1.5 sans-serif; margin: 2rem auto; padding: 0 1rem;"
         " max-width: 60rem; background: var(--paper); color: var(--ink); }\n"
         "pre { overflow-x: auto; background: var(--code); padding: 1rem; }\n"
         "</style>\n</head>\n<body data-theme=\"auto\">\n<h1>" +
         title + "</h1>\n<p>" + escaped(test) + " fails.</p>\n" +
         "<locksmith-execution><figure class=\"execution\">"
         "<figcaption id=\"trace-title\"><span class=\"caption-text\">How it "
         "breaks</span> <span class=\"kind\">" +
         escaped(what.kind) + "</span></figcaption>\n" +
         "<div class=\"frame\">" + table(what, of.answer) +
         "</div></figure></locksmith-execution>\n<h2>Your answer</h2>\n<pre "
         "tabindex=\"0\">" +
         escaped(read_file_or(of.answer, "")) + "</pre>\n<script>\n" +
         part_of_book(home, "execution.js") + "</script>\n</body>\n</html>\n";
}

}  // namespace command_line
