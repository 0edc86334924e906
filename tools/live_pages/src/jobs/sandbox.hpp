// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace live_pages {

/// What keeps programs from the rest of the machine.
class sandbox {
 public:
  enum class kind {
    bubblewrap,  ///< No network, processes of its own, nothing to write.
    namespaces,  ///< No network.
    none
  };

  /// The best that works here. `root` stays readable wherever it lies.
  explicit sandbox(std::filesystem::path root);
  sandbox(std::filesystem::path root, kind which);

  [[nodiscard]] kind what() const { return kind_; }

  /// What it keeps programs from, in a sentence.
  [[nodiscard]] std::string describe() const;

  /// The command inside it, with these folders to write to; it starts in the
  /// first.
  [[nodiscard]] std::vector<std::string> wrap(
      const std::vector<std::string>& command,
      const std::vector<std::filesystem::path>& writable) const;

 private:
  std::filesystem::path root_;
  kind kind_ = kind::none;
};

}  // namespace live_pages
