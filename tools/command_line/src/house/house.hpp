// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace command_line {

struct exercise {
  std::string chapter;
  std::string name;
  std::filesystem::path dir;       ///< task.md, hints.md, check.cpp
  std::filesystem::path start;     ///< The starting file.
  std::filesystem::path answer;    ///< The reader's.
  std::filesystem::path solution;  ///< The file; why.md lies beside it.
  std::filesystem::path program;   ///< The check of the answer, once built.
  std::string target;              ///< What builds that program.

  [[nodiscard]] std::string id() const { return chapter + '/' + name; }
};

struct chapter {
  std::string name;
  std::string title;
  std::filesystem::path dir;
  std::vector<std::string> headers;  ///< As they are included.
  std::vector<std::string> steps;    ///< Below `dir`.
};

/// The repository as its build describes it.
struct house {
  std::filesystem::path root;
  std::filesystem::path build;
  std::string version;
  std::vector<chapter> chapters;  ///< In the book's order.
  std::vector<exercise> exercises;
  std::vector<std::filesystem::path> foundation;  ///< Headers below code/.

  [[nodiscard]] std::filesystem::path answers() const {
    return root / "answers";
  }
};

/// Reads `build`/manifest.json, and the order of the chapters from the book.
/// Throws a complaint if there is none, or it says too little.
[[nodiscard]] house read_house(const std::filesystem::path& build);

}  // namespace command_line
