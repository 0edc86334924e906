// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "house/house.hpp"

namespace live_pages {

/// The reader's answers and progress, which the command line works in as well.
/// Functions that take an exercise throw std::out_of_range if there is none of
/// that name, and command_line::complaint if a file cannot be read or written.
class exercises {
 public:
  explicit exercises(std::filesystem::path build);

  [[nodiscard]] const std::filesystem::path& build() const { return build_; }

  /// The repository as it is now.
  [[nodiscard]] command_line::house home() const;

  /// How far the reader is with all of them.
  [[nodiscard]] nlohmann::json progress() const;

  /// The answer, or what it begins with; its version; how far the reader is.
  [[nodiscard]] nlohmann::json state(const std::string& name) const;

  /// Saves an answer. What stood there is kept aside, and its place is in the
  /// result, if it is not the version that the text was made of.
  nlohmann::json save(const std::string& name, const std::string& text,
                      const std::string& base);

  /// Keeps the answer aside and begins anew.
  nlohmann::json reset(const std::string& name);

  /// One hint more than were shown, in Markdown.
  nlohmann::json hint(const std::string& name);

  /// The solution and its reasons; nothing before the answer has passed.
  [[nodiscard]] std::optional<nlohmann::json> solution(
      const std::string& name) const;

  /// Writes down what a check came to.
  void remember(const std::string& name, bool passed) const;

 private:
  std::filesystem::path build_;
};

/// Another for each text.
[[nodiscard]] std::string version_of(std::string_view text);

}  // namespace live_pages
