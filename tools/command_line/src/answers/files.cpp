// SPDX-License-Identifier: MIT
#include "answers/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "complaint.hpp"
#include "process/descriptor.hpp"

namespace command_line {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void cannot(const char* what, const fs::path& file, int error) {
  throw complaint{file.string() + " cannot be " + what + ": " +
                  std::strerror(error) + "."};
}

void make_folder_of(const fs::path& file) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  if (error) cannot("made", file.parent_path(), error.value());
}

// A file beside `file` with this text, on the disk.
fs::path write_beside(const fs::path& file, std::string_view text) {
  make_folder_of(file);
  std::string name = file.string() + ".XXXXXX";
  const descriptor out{::mkostemp(name.data(), O_CLOEXEC)};
  if (!out) cannot("written", file, errno);
  int error = ::fchmod(out.get(), 0644) == 0 ? 0 : errno;
  while (error == 0 && !text.empty()) {
    const ssize_t written = ::write(out.get(), text.data(), text.size());
    if (written < 0 && errno != EINTR) error = errno;
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
  }
  if (error == 0 && ::fsync(out.get()) != 0) error = errno;
  if (error != 0) {
    ::unlink(name.c_str());
    cannot("written", file, error);
  }
  return name;
}

}  // namespace

std::string read_file(const fs::path& file) {
  const descriptor in{::open(file.c_str(), O_RDONLY | O_CLOEXEC)};
  if (!in) cannot("read", file, errno);
  std::string text;
  std::array<char, 16384> some{};
  for (;;) {
    const ssize_t count = ::read(in.get(), some.data(), some.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) cannot("read", file, errno);
    if (count == 0) return text;
    text.append(some.data(), static_cast<std::size_t>(count));
  }
}

std::string read_file_or(const fs::path& file, std::string otherwise) try {
  return read_file(file);
} catch (const complaint&) {
  return otherwise;
}

void replace_file(const fs::path& file, std::string_view text) {
  const fs::path written = write_beside(file, text);
  if (::rename(written.c_str(), file.c_str()) != 0) {
    const int error = errno;
    ::unlink(written.c_str());
    cannot("written", file, error);
  }
}

bool create_file(const fs::path& file, std::string_view text) {
  if (fs::exists(fs::symlink_status(file))) return false;
  const fs::path written = write_beside(file, text);
  // Unlike rename, link never replaces what came in between.
  const int error = ::link(written.c_str(), file.c_str()) == 0 ? 0 : errno;
  ::unlink(written.c_str());
  if (error != 0 && error != EEXIST) cannot("written", file, error);
  return error == 0;
}

fs::path numbered(const fs::path& file) {
  for (int number = 1;; ++number) {
    fs::path name = file.parent_path() /
                    (file.stem().string() + '.' + std::to_string(number) +
                     file.extension().string());
    if (!fs::exists(fs::symlink_status(name))) return name;
  }
}

}  // namespace command_line
