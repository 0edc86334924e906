// SPDX-License-Identifier: MIT
#include "answers/answer.hpp"

#include <cerrno>
#include <cstring>

#include "answers/files.hpp"
#include "complaint.hpp"

namespace command_line {

namespace fs = std::filesystem;

bool start_answer(const exercise& of) {
  if (fs::exists(fs::symlink_status(of.answer))) return false;
  return create_file(of.answer, read_file(of.start));
}

std::optional<fs::path> reset_answer(const exercise& of) {
  std::optional<fs::path> kept;
  if (fs::exists(fs::symlink_status(of.answer))) {
    kept = numbered(of.answer);
    // The new text is at hand before the old file moves.
    const std::string text = read_file(of.start);
    std::error_code error;
    fs::rename(of.answer, *kept, error);
    if (error) {
      throw complaint{of.answer.string() + " cannot be kept aside: " +
                      std::strerror(error.value()) + "."};
    }
    try {
      create_file(of.answer, text);
    } catch (const complaint&) {
      fs::rename(*kept, of.answer, error);
      throw;
    }
  } else {
    start_answer(of);
  }
  return kept;
}

}  // namespace command_line
