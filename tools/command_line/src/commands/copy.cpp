// SPDX-License-Identifier: MIT
#include <filesystem>
#include <memory>

#include "answers/files.hpp"
#include "commands/commands.hpp"
#include "commands/headers.hpp"
#include "commands/options.hpp"
#include "complaint.hpp"
#include "copy/single_header.hpp"
#include "house/names.hpp"
#include "terminal/output.hpp"

namespace command_line {
namespace {

namespace fs = std::filesystem;

struct given_to_copy {
  std::vector<std::string> headers;
  std::string to;
  bool force = false;
};

bool is_ours(const fs::path& file) {
  return read_file_or(file, "").find("`tools/locksmith copy`") !=
         std::string::npos;
}

void copy(tool& with, const given_to_copy& what) {
  const std::vector<std::string> offered = copyable_headers(with.home());
  const single_header::library from = header_library(with.home());
  for (const std::string& name : what.headers) {
    const std::string& header = offered[find_header(offered, name)];
    const fs::path to = fs::path{what.to} / fs::path{header}.filename();
    if (fs::exists(to) && !what.force && !is_ours(to)) {
      throw complaint{to.string() +
                      " is not a copy of ours; --force overwrites it."};
    }
    replace_file(to, single_header::fold(from, header));
    print(line{{to.string(), look::bold},
               {"  " + header + " of Locksmith " + from.version}});
  }
}

}  // namespace

void add_copy(CLI::App& app, tool& with) {
  auto into = std::make_shared<given_to_copy>();
  CLI::App& command = add_command(
      app, "copy", "Copy headers into your program, each as one file",
      "All that a header needs of Locksmith is folded into its file. Several\n"
      "can be used in one program.\n\nExample:\n"
      "  tools/locksmith copy semaphore parker --to ~/project/locksmith");
  command.add_option("header", into->headers, "Such as: semaphore")
      ->required()
      ->type_name("HEADER...");
  command.add_option("--to", into->to, "The folder to write them to.")
      ->required()
      ->type_name("DIR");
  command.add_flag("--force", into->force,
                   "Overwrite files that are no copies of ours.");
  command.callback([&with, into] { copy(with, *into); });
}

}  // namespace command_line
