// SPDX-License-Identifier: MIT
#include "jobs/scratch.hpp"

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <system_error>

namespace live_pages {
namespace {

namespace fs = std::filesystem;

bool stays_inside(const fs::path& name) {
  if (name.empty() || name.is_absolute() || !name.has_filename()) return false;
  for (const fs::path& part : name) {
    if (part == ".." || part == ".") return false;
  }
  return name.native().find('\0') == std::string::npos;
}

}  // namespace

scratch::scratch() {
  std::string name = fs::temp_directory_path() / "locksmith-XXXXXX";
  if (::mkdtemp(name.data()) == nullptr) {
    throw std::system_error{errno, std::generic_category(), name};
  }
  path_ = name;
}

scratch::~scratch() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

bool scratch::put(const std::string& name, std::string_view text) const {
  if (!stays_inside(name)) return false;
  std::error_code error;
  fs::create_directories((path_ / name).parent_path(), error);
  std::ofstream out{path_ / name, std::ios::binary};
  out << text;
  return out.good();
}

}  // namespace live_pages
