// SPDX-License-Identifier: MIT
#include "http/site.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>
#include <vector>

#include "process/descriptor.hpp"

namespace live_pages {
namespace {

using command_line::descriptor;

constexpr std::array<std::pair<std::string_view, const char*>, 15> types{{
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".epub", "application/epub+zip"},
    {".txt", "text/plain; charset=utf-8"},
    {".hpp", "text/plain; charset=utf-8"},
    {".cpp", "text/plain; charset=utf-8"},
    {".map", "application/json"},
}};

std::string type_of(std::string_view name) {
  for (const auto& [ending, type] : types) {
    if (name.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

// The parts of a path; nothing if one of them leads elsewhere than down.
std::optional<std::vector<std::string>> parts_of(std::string_view path) {
  if (!path.starts_with('/')) return std::nullopt;
  std::vector<std::string> parts;
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::string_view part = path.substr(0, path.find('/'));
    path.remove_prefix(part.size());
    if (part.empty() && path.empty()) break;
    if (part.empty() || part == "." || part == ".." ||
        part.find_first_of(std::string_view{"\0\\", 2}) !=
            std::string_view::npos) {
      return std::nullopt;
    }
    parts.emplace_back(part);
  }
  return parts;
}

std::string tag_of(const struct stat& of) {
  return '"' + std::to_string(of.st_ino) + '-' + std::to_string(of.st_size) +
         '-' + std::to_string(of.st_mtim.tv_sec) + '.' +
         std::to_string(of.st_mtim.tv_nsec) + '"';
}

std::optional<std::string> read_all(int from, std::size_t size) {
  std::string text(size, '\0');
  std::size_t have = 0;
  while (have < size) {
    const ssize_t count = ::read(from, text.data() + have, size - have);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return std::nullopt;
    have += static_cast<std::size_t>(count);
  }
  return text;
}

descriptor open_in(const descriptor& folder, const std::string& name) {
  return descriptor{::openat(folder.get(), name.c_str(),
                             O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)};
}

}  // namespace

std::optional<site_file> site::find(std::string_view path, bool& slash) const {
  slash = false;
  const auto parts = parts_of(path);
  if (!parts) return std::nullopt;
  descriptor at{::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  for (const std::string& part : *parts) {
    if (at) at = open_in(at, part);
  }
  struct stat what{};
  if (!at || ::fstat(at.get(), &what) != 0) return std::nullopt;
  std::string name = parts->empty() ? "" : parts->back();
  if (S_ISDIR(what.st_mode)) {
    slash = !path.ends_with('/');
    name = "index.html";
    at = open_in(at, name);
    if (!at || ::fstat(at.get(), &what) != 0) return std::nullopt;
  } else if (path.ends_with('/')) {
    return std::nullopt;
  }
  if (!S_ISREG(what.st_mode)) return std::nullopt;
  auto text = read_all(at.get(), static_cast<std::size_t>(what.st_size));
  if (!text) return std::nullopt;
  return site_file{std::move(*text), type_of(name), tag_of(what)};
}

std::string site::stamp() const {
  struct stat what{};
  const std::filesystem::path first = folder_ / "index.html";
  return ::stat(first.c_str(), &what) == 0 ? tag_of(what) : "";
}

}  // namespace live_pages
