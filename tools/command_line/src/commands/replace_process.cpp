// SPDX-License-Identifier: MIT
#include "commands/replace_process.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "complaint.hpp"

namespace command_line {

void replace_process(std::vector<std::string> command) {
  std::vector<char*> arguments;
  arguments.reserve(command.size() + 1);
  for (std::string& each : command) arguments.push_back(each.data());
  arguments.push_back(nullptr);
  ::execv(arguments[0], arguments.data());
  throw complaint{command.front() +
                  " cannot be started: " + std::strerror(errno) + "."};
}

}  // namespace command_line
