// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace live_pages {

/// A request in Compiler Explorer's form, as far as this server heeds it.
struct compile_request {
  std::string source;
  std::vector<std::string> arguments;
  std::vector<std::pair<std::string, std::string>> files;
  bool run_only = false;  ///< The answer is the program's.
  bool run = false;
  bool assembly = true;
  std::vector<std::string> program_arguments;
  std::string input;
};

/// What is wrong with a request, as Compiler Explorer says it.
class bad_request : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Throws bad_request.
[[nodiscard]] compile_request read_compile_request(std::string_view body);

}  // namespace live_pages
