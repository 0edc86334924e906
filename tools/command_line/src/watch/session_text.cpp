// SPDX-License-Identifier: MIT
#include <utility>

#include "house/task.hpp"
#include "report/show_list.hpp"
#include "report/show_task.hpp"
#include "report/show_verdict.hpp"
#include "watch/session.hpp"

namespace command_line {
namespace {

void part(page& text, const page& more) {
  if (more.empty()) return;
  if (!text.empty()) text.emplace_back();
  append(text, more);
}

}  // namespace

page session::title(std::size_t width) const {
  return show_title(*exercise_, progress_.of(exercise_->id()), width);
}

std::string session::status() const {
  if (!check_) return file_.there() ? "waiting for a save" : "no file";
  switch (check_->at()) {
    case check::stage::waiting:
      return "waiting for another build";
    case check::stage::building:
      return "building " + check_->news();
    case check::stage::running:
    case check::stage::over:
      break;
  }
  return "checking";
}

page session::success(const verdict& what, std::size_t width) const {
  page text = show_verdict(home_, *exercise_, what, width);
  const exercise* other = next_exercise(home_, progress_, exercise_->id());
  line next{{"Next: ", look::bold}};
  if (other == nullptr) {
    next = {{"That was the last one: all exercises are done."}};
  } else {
    next.push_back({read_task(*other).title});
    next.push_back({"  " + other->id() + " (n)", look::dim});
  }
  append(text, wrap(next, width));
  part(text, {{{"The solution, and why it is so", look::heading}}});
  part(text, command_line::show_solution(*exercise_, width));
  return text;
}

page session::missing(std::size_t width) const {
  page text{{{"Your answer is gone.", look::bad}}, {}};
  append(text,
         wrap({{from_root(home_, exercise_->answer.string())},
               {" is not there. Save it again and it is checked; or press "
                "r twice to begin anew."}},
              width));
  return text;
}

page session::sheet_of(sheet what, std::size_t width, std::size_t* at) const {
  switch (what) {
    case sheet::list:
      return command_line::show_list(home_, progress_, width,
                                     &home_.exercises[chosen_], at);
    case sheet::solution:
      return command_line::show_solution(*exercise_, width);
    case sheet::task: {
      page text = command_line::show_hints(*exercise_, hints_, width);
      part(text, command_line::show_task(*exercise_, width));
      part(text, wrap({{"Your file: ", look::bold},
                       {from_root(home_, exercise_->answer.string())}},
                      width));
      return text;
    }
    case sheet::verdict:
      break;
  }
  if (!file_.there()) return missing(width);
  if (!verdict_) return {};
  if (verdict_->how == verdict::kind::passed) return success(*verdict_, width);
  return show_verdict(home_, *exercise_, *verdict_, width);
}

page session::content(std::size_t width,
                      std::optional<std::size_t>& focus) const {
  page text;
  if (!note_.empty()) part(text, wrap({{note_, look::notice}}, width));
  std::size_t at = 0;
  const page first = sheet_of(sheet_, width, &at);
  part(text, first);
  focus.reset();
  if (in_list()) focus = text.size() - first.size() + at;
  const bool failed =
      verdict_ && verdict_->how != verdict::kind::passed && file_.there();
  if (sheet_ == sheet::verdict && (failed || !file_.there())) {
    part(text, sheet_of(sheet::task, width));
  } else if (sheet_ == sheet::task) {
    part(text, sheet_of(sheet::verdict, width));
  }
  return text;
}

page session::news(std::size_t width) {
  if (!std::exchange(untold_, false)) return {};
  page text;
  if (told_ == sheet::task) part(text, title(width));
  if (!note_.empty()) part(text, wrap({{note_, look::notice}}, width));
  part(text, sheet_of(told_, width));
  text.emplace_back();
  return text;
}

}  // namespace command_line
