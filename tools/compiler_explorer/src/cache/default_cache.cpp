// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <filesystem>

#include "compiler_explorer/client.hpp"

namespace compiler_explorer {
namespace {

std::filesystem::path folder_in(const char* variable) {
  const char* const value = std::getenv(variable);
  const std::filesystem::path folder{value == nullptr ? "" : value};
  return folder.is_absolute() ? folder : std::filesystem::path{};
}

}  // namespace

std::filesystem::path default_cache() {
  constexpr const char* own = "compiler_explorer";
  const auto caches = folder_in("XDG_CACHE_HOME");
  if (!caches.empty()) return caches / own;
  const auto home = folder_in("HOME");
  return home.empty() ? home : home / ".cache" / own;
}

}  // namespace compiler_explorer
