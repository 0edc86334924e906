// SPDX-License-Identifier: MIT
#include "api/exercises.hpp"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "answers/answer.hpp"
#include "answers/files.hpp"
#include "answers/progress.hpp"
#include "house/task.hpp"

namespace live_pages {
namespace {

using command_line::exercise;
using command_line::house;
using nlohmann::json;

const exercise& named(const house& home, const std::string& name) {
  const auto found = std::ranges::find(home.exercises, name, &exercise::id);
  if (found == home.exercises.end()) {
    throw std::out_of_range{"There is no exercise " + name + '.'};
  }
  return *found;
}

command_line::progress progress_of(const house& home) {
  return command_line::progress{home.answers() / "progress.txt"};
}

json to_json(const command_line::standing& of) {
  return {{"started", of.started}, {"passed", of.passed}, {"hints", of.hints}};
}

std::string from_root(const house& home, const std::filesystem::path& file) {
  return file.lexically_relative(home.root).generic_string();
}

json state_of(const house& home, const exercise& which) {
  const std::string start = command_line::read_file(which.start);
  const std::string text = command_line::read_file_or(which.answer, start);
  return {{"text", text},
          {"start", start},
          {"version", version_of(text)},
          {"file", from_root(home, which.answer)},
          {"standing", to_json(progress_of(home).of(which.id()))}};
}

}  // namespace

std::string version_of(std::string_view text) {
  // FNV-1a.
  std::uint64_t hash = 14695981039346656037U;
  for (const char each : text) {
    hash = (hash ^ static_cast<unsigned char>(each)) * 1099511628211U;
  }
  return std::to_string(text.size()) + '-' + std::to_string(hash);
}

exercises::exercises(std::filesystem::path build) : build_{std::move(build)} {}

house exercises::home() const { return command_line::read_house(build_); }

json exercises::progress() const {
  const house all = home();
  const command_line::progress how = progress_of(all);
  json list = json::object();
  for (const exercise& each : all.exercises) {
    list[each.id()] = to_json(how.of(each.id()));
  }
  return {{"current", how.current()}, {"exercises", std::move(list)}};
}

json exercises::state(const std::string& name) const {
  const house all = home();
  return state_of(all, named(all, name));
}

json exercises::save(const std::string& name, const std::string& text,
                     const std::string& base) {
  const house all = home();
  const exercise& which = named(all, name);
  json done{{"version", version_of(text)}, {"kept", nullptr}};
  const bool fresh = command_line::start_answer(which);
  const std::string there = command_line::read_file(which.answer);
  if (there != text) {
    if (!fresh && version_of(there) != base) {
      const auto aside = command_line::numbered(which.answer);
      command_line::create_file(aside, there);
      done["kept"] = from_root(all, aside);
    }
    command_line::replace_file(which.answer, text);
  }
  command_line::describe_answers(all);
  progress_of(all).start(which.id());
  return done;
}

json exercises::reset(const std::string& name) {
  const house all = home();
  const exercise& which = named(all, name);
  const auto kept = command_line::reset_answer(which);
  progress_of(all).reset(which.id());
  json now = state_of(all, which);
  now["kept"] = nullptr;
  if (kept) now["kept"] = from_root(all, *kept);
  return now;
}

json exercises::hint(const std::string& name) {
  const house all = home();
  const exercise& which = named(all, name);
  std::vector<std::string> hints = command_line::read_hints(which);
  command_line::progress how = progress_of(all);
  const auto count = static_cast<unsigned>(
      std::min<std::size_t>(how.of(which.id()).hints + 1U, hints.size()));
  how.show_hints(which.id(), count);
  const std::size_t of = hints.size();
  hints.resize(count);
  return {{"hints", hints}, {"of", of}};
}

std::optional<json> exercises::solution(const std::string& name) const {
  const house all = home();
  const exercise& which = named(all, name);
  if (!progress_of(all).of(which.id()).passed) return std::nullopt;
  const auto why = which.solution.parent_path() / "why.md";
  return json{{"text", command_line::read_file(which.solution)},
              {"why", command_line::read_file_or(why, "")}};
}

void exercises::remember(const std::string& name, bool passed) const {
  const house all = home();
  const exercise& which = named(all, name);
  command_line::progress how = progress_of(all);
  passed ? how.pass(which.id()) : how.start(which.id());
}

}  // namespace live_pages
