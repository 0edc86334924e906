// SPDX-License-Identifier: MIT
#include "cache/entry_format.hpp"

#include <zlib.h>

#include <array>
#include <cstdint>
#include <cstdio>

#include "wire/json.hpp"

namespace compiler_explorer::cache {
namespace {

// To be changed with the form of entries: older ones then count as absent.
constexpr int format = 1;

std::uint64_t checksum(std::string_view body) {
  return ::crc32_z(0, reinterpret_cast<const Bytef*>(body.data()), body.size());
}

// FNV-1a. Chance decides about equal names, and the key in the file settles it.
std::uint64_t hash(std::string_view text, std::uint64_t value) {
  for (const char each : text) {
    value ^= static_cast<unsigned char>(each);
    value *= 0x100000001b3U;
  }
  return value;
}

}  // namespace

std::string to_file(std::string_view key, const entry& value) {
  using std::chrono::duration_cast;
  using std::chrono::seconds;
  const wire::json about = {
      {"format", format},
      {"key", key},
      {"stored",
       duration_cast<seconds>(value.stored.time_since_epoch()).count()},
      {"etag", value.etag},
      {"crc32", checksum(value.body)}};
  return wire::write(about) + '\n' + value.body;
}

std::optional<entry> from_file(std::string_view key, std::string_view file) {
  const auto end = file.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const auto about = wire::json::parse(file.substr(0, end), nullptr,
                                       /*allow_exceptions=*/false);
  const std::string_view body = file.substr(end + 1);
  if (!about.is_object() || about.value("format", 0) != format ||
      about.value("key", "") != key ||
      about.value("crc32", std::uint64_t{0}) != checksum(body)) {
    return std::nullopt;
  }
  const std::chrono::seconds stored{about.value("stored", std::int64_t{0})};
  return entry{std::chrono::system_clock::time_point{stored},
               about.value("etag", ""), std::string{body}};
}

std::string file_name(std::string_view key) {
  constexpr std::uint64_t offset = 0xcbf29ce484222325U;
  std::array<char, 33> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx%016llx",
                static_cast<unsigned long long>(hash(key, offset)),
                static_cast<unsigned long long>(hash(key, ~offset)));
  return digits.data();
}

}  // namespace compiler_explorer::cache
