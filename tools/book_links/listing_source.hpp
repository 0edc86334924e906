// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace book_links {

/// Where the files of the book are.
struct repository {
  std::filesystem::path root;
  /// In which `#include "locksmith/…"` is looked for.
  std::vector<std::filesystem::path> roots;
  std::string version;
};

/// A translation unit that holds a file of the book, and all that it includes.
struct listing_source {
  std::string text;
  bool runs = false;  ///< It has a main().
};

/// The file in one piece. A header that can be copied is what `copy` makes of
/// it. Behind it stands the small program that programs.txt of its chapter
/// names for it, if it does.
///
/// @param file Named from the root: "chapters/semaphore/steps/one_word.hpp".
/// @returns Nothing if the file includes what others do not have: the checker,
///   a test's library.
/// Throws std::runtime_error if it, or what it names, cannot be read.
[[nodiscard]] std::optional<listing_source> source_of(const repository& from,
                                                      const std::string& file);

}  // namespace book_links
