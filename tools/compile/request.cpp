// SPDX-License-Identifier: MIT
#include "compile/request.hpp"

#include <fstream>
#include <iterator>

#include "compiler_explorer/links.hpp"
#include "compiler_explorer/text.hpp"

namespace compile_command {
namespace {

using compiler_explorer::compiler;
using compiler_explorer::library_choice;

std::string flags_for(const compiler& own, const options& asked) {
  if (asked.flags) return *asked.flags;
  return own.type.starts_with("win32-vc") ? "/std:c++20 /O2 /EHsc"
                                          : "-std=c++20 -O2";
}

std::vector<library_choice> libraries_of(const options& asked) {
  std::vector<library_choice> chosen;
  for (const std::string& each : asked.libraries) {
    const auto colon = each.find(':');
    chosen.push_back({each.substr(0, colon), colon == std::string::npos
                                                 ? ""
                                                 : each.substr(colon + 1)});
  }
  return chosen;
}

}  // namespace

compiler_explorer::compile_request request_for(const compiler& own,
                                               const options& asked,
                                               const std::string& source) {
  compiler_explorer::compile_request request;
  request.compiler = own.id;
  request.source = source;
  request.arguments = compiler_explorer::split_arguments(flags_for(own, asked));
  request.libraries = libraries_of(asked);
  request.filters.intel_syntax = !asked.att;
  request.fresh = asked.fresh;
  return request;
}

compiler_explorer::program_input input_of(const options& asked) {
  compiler_explorer::program_input input;
  input.arguments = asked.arguments;
  if (asked.input.empty()) return input;
  std::ifstream file{asked.input, std::ios::binary};
  if (!file) {
    throw cannot_read{"There is no file '" + asked.input.string() +
                      "' that can be read."};
  }
  input.standard_input.assign(std::istreambuf_iterator<char>{file}, {});
  return input;
}

std::string link_to(const std::vector<compiler>& compilers,
                    const options& asked, const std::string& source) {
  compiler_explorer::linked_session session;
  session.source = source;
  for (const compiler& each : compilers) {
    const compiler_explorer::linked_compiler own{
        each.id, flags_for(each, asked), libraries_of(asked)};
    if (asked.run) {
      session.executors.push_back(
          {own, compiler_explorer::join_arguments(asked.arguments),
           input_of(asked).standard_input});
    } else {
      session.compilers.push_back(own);
    }
  }
  return compiler_explorer::make_link(asked.url, {{session}}).url;
}

}  // namespace compile_command
