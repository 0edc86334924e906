// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace compiler_explorer::cache {

struct entry {
  std::chrono::system_clock::time_point stored;
  std::string etag;
  std::string body;
};

/// Answers in files of one folder, one file each.
///
/// A file appears whole or not at all, so any number of threads and processes
/// may use the folder. An entry carries its whole key and a checksum: one that
/// is damaged, or of another key that hashes alike, counts as absent.
class disk_cache {
 public:
  /// @param folder Empty: nothing is kept and nothing is found.
  explicit disk_cache(std::filesystem::path folder);

  [[nodiscard]] std::optional<entry> find(std::string_view key) const;

  /// Keeps the entry in place of one before it, if the folder can be written.
  void store(std::string_view key, const entry& value) const;

 private:
  [[nodiscard]] std::filesystem::path place_of(std::string_view key) const;

  std::filesystem::path folder_;
};

}  // namespace compiler_explorer::cache
