// SPDX-License-Identifier: MIT
#include "watch/file_watch.hpp"

#include <sys/inotify.h>
#include <sys/stat.h>

#include <array>
#include <utility>

namespace command_line {
namespace {

using namespace std::chrono_literals;

// Not IN_MODIFY: a file is saved when it is closed.
constexpr std::uint32_t saved =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE;
constexpr std::uint32_t folder_gone =
    IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;

}  // namespace

file_watch::file_watch(std::filesystem::path file, bool notices)
    : file_{std::move(file)} {
  if (notices) fd_ = descriptor{::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)};
  watch_folder();
  seen_ = look();
}

std::chrono::milliseconds file_watch::pause() const {
  return folder_ < 0 ? 200ms : 1000ms;
}

// The folder, since a file that is replaced takes its own watch with it.
void file_watch::watch_folder() {
  if (!fd_ || folder_ >= 0) return;
  folder_ = ::inotify_add_watch(fd_.get(), file_.parent_path().c_str(),
                                saved | folder_gone);
}

void file_watch::drain() {
  alignas(inotify_event) std::array<char, 4096> events{};
  for (;;) {
    const ssize_t count = ::read(fd_.get(), events.data(), events.size());
    if (count <= 0) return;
    for (ssize_t at = 0; at < count;) {
      const auto* const event =
          reinterpret_cast<const inotify_event*>(events.data() + at);
      if ((event->mask & (IN_DELETE_SELF | IN_MOVE_SELF)) != 0 &&
          folder_ >= 0) {
        ::inotify_rm_watch(fd_.get(), folder_);
        folder_ = -1;
      }
      at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
    }
  }
}

std::optional<file_watch::signature> file_watch::look() const {
  struct stat found{};
  if (::stat(file_.c_str(), &found) != 0) return std::nullopt;
  return signature{found.st_mtim.tv_sec, found.st_mtim.tv_nsec, found.st_size,
                   found.st_ino};
}

bool file_watch::changed() {
  if (fd_) drain();
  watch_folder();
  const std::optional<signature> now = look();
  return std::exchange(seen_, now) != now;
}

}  // namespace command_line
