// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace live_pages {

struct site_file {
  std::string text;
  std::string type;
  std::string tag;  ///< Another whenever the text is.
};

/// The files of the built site. No path leads out of it, not by a link either.
class site {
 public:
  explicit site(std::filesystem::path folder) : folder_{std::move(folder)} {}

  /// The file for a decoded path of an address; of a folder, its index.html.
  /// Nothing if there is none. `slash` is set where a folder's name lacks the
  /// last slash.
  [[nodiscard]] std::optional<site_file> find(std::string_view path,
                                              bool& slash) const;

  /// Another after each build; empty while there is none.
  [[nodiscard]] std::string stamp() const;

 private:
  std::filesystem::path folder_;
};

}  // namespace live_pages
