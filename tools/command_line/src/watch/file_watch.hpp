// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <tuple>

#include "process/descriptor.hpp"

namespace command_line {

/// Tells when a file is saved, whether in place or by renaming another to it,
/// when it goes, and when it comes back.
///
/// The kernel's notices (inotify) only say when to look. Where there are none,
/// as on some network drives, it looks by itself from time to time.
class file_watch {
 public:
  /// @param notices False: as if the kernel gave none.
  explicit file_watch(std::filesystem::path file, bool notices = true);

  /// Readable when it is time to call `changed`; -1 if only `pause` says so.
  [[nodiscard]] int fd() const { return fd_.get(); }

  /// How long to wait for `fd` before `changed` is called all the same.
  [[nodiscard]] std::chrono::milliseconds pause() const;

  /// Whether the file is another than at the last call.
  bool changed();

  [[nodiscard]] bool there() const { return seen_.has_value(); }

 private:
  // When it was written, its size, and which file it is.
  using signature =
      std::tuple<long long, long long, long long, unsigned long long>;

  [[nodiscard]] std::optional<signature> look() const;
  void drain();
  void watch_folder();

  std::filesystem::path file_;
  descriptor fd_;
  int folder_ = -1;
  std::optional<signature> seen_;
};

}  // namespace command_line
