// SPDX-License-Identifier: MIT
#include "house/house.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "answers/files.hpp"
#include "complaint.hpp"

namespace command_line {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

// The names in the one list that orders the chapters: what stands between
// `:::{chapters}` and `:::`.
std::vector<std::string> book_order(const fs::path& root) {
  std::vector<std::string> names;
  std::istringstream text{read_file_or(root / "book/index.md", "")};
  bool inside = false;
  for (std::string each; std::getline(text, each);) {
    if (each.find("{chapters}") != std::string::npos) {
      inside = true;
    } else if (inside && each.starts_with(":::")) {
      break;
    } else if (inside && !each.empty()) {
      names.push_back(each);
    }
  }
  return names;
}

std::string heading(const fs::path& file, const std::string& otherwise) {
  std::istringstream text{read_file_or(file, "")};
  for (std::string each; std::getline(text, each);) {
    if (each.starts_with("# ")) return each.substr(2);
  }
  return otherwise;
}

chapter read_chapter(const house& home, const json& from) {
  chapter each;
  each.name = from.at("name");
  each.dir = home.root / from.at("dir").get<std::string>();
  each.title = heading(each.dir / "chapter.md", each.name);
  each.headers = from.at("headers").get<std::vector<std::string>>();
  each.steps = from.at("steps").get<std::vector<std::string>>();
  return each;
}

exercise read_exercise(const house& home, const json& from) {
  const auto path = [&](const char* key) {
    return home.root / from.at(key).get<std::string>();
  };
  exercise each;
  each.chapter = from.at("chapter");
  each.name = from.at("name");
  each.dir = path("dir");
  each.start = each.dir / from.at("file").get<std::string>();
  each.answer = path("answer");
  each.solution = path("solution") / from.at("file").get<std::string>();
  each.target = from.at("answer_target");
  each.program = home.build / from.at("answer_program").get<std::string>();
  return each;
}

}  // namespace

house read_house(const fs::path& build) try {
  const json manifest = json::parse(read_file(build / "manifest.json"));
  house home;
  home.root = manifest.at("source_dir").get<std::string>();
  home.build = build;
  home.version = manifest.at("version");
  for (const std::string file : manifest.at("foundation")) {
    home.foundation.push_back(home.root / file);
  }
  for (const json& each : manifest.at("chapters")) {
    home.chapters.push_back(read_chapter(home, each));
  }
  for (const json& each : manifest.at("exercises")) {
    home.exercises.push_back(read_exercise(home, each));
  }
  const std::vector<std::string> order = book_order(home.root);
  const auto rank = [&](const std::string& name) {
    return std::ranges::find(order, name) - order.begin();
  };
  std::ranges::stable_sort(
      home.chapters, {}, [&](const chapter& each) { return rank(each.name); });
  std::ranges::stable_sort(home.exercises, {}, [&](const exercise& each) {
    return rank(each.chapter);
  });
  return home;
} catch (const json::exception& problem) {
  throw complaint{(build / "manifest.json").string() +
                  " is not what this program reads (" + problem.what() +
                  "). Configure it again: cmake --preset debug"};
}

}  // namespace command_line
