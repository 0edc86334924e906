// SPDX-License-Identifier: MIT
#include "cache/disk_cache.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "cache/entry_format.hpp"

namespace compiler_explorer::cache {
namespace {

namespace fs = std::filesystem;

bool write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// Writes into a file of its own and renames it: readers see the old one or the
// new one, and writers do not meet.
void replace(const fs::path& place, std::string_view text) {
  std::string temporary = place.string() + ".XXXXXX";
  const int file = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (file < 0) return;
  const bool written = write_all(file, text);
  const bool closed = ::close(file) == 0;
  std::error_code failed;
  if (written && closed) fs::rename(temporary, place, failed);
  if (!written || !closed || failed) fs::remove(temporary, failed);
}

}  // namespace

disk_cache::disk_cache(fs::path folder) : folder_{std::move(folder)} {}

fs::path disk_cache::place_of(std::string_view key) const {
  return folder_ / file_name(key);
}

std::optional<entry> disk_cache::find(std::string_view key) const {
  if (folder_.empty()) return std::nullopt;
  std::ifstream file{place_of(key), std::ios::binary};
  if (!file) return std::nullopt;
  const std::string text{std::istreambuf_iterator<char>{file}, {}};
  try {
    return from_file(key, text);
  } catch (const std::exception&) {  // a value of another type
    return std::nullopt;
  }
}

void disk_cache::store(std::string_view key, const entry& value) const {
  if (folder_.empty()) return;
  std::error_code failed;
  if (fs::create_directories(folder_, failed)) {
    // What people compile is nobody else's business.
    fs::permissions(folder_, fs::perms::owner_all, failed);
  }
  replace(place_of(key), to_file(key, value));
}

}  // namespace compiler_explorer::cache
