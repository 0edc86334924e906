// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "compiler_explorer/client.hpp"

namespace support {

/// The program of which the samples are answers.
inline compiler_explorer::compile_request square(
    std::vector<std::string> arguments = {}) {
  compiler_explorer::compile_request request;
  request.compiler = "g12";
  request.source = "int square(int num) {\n    return num * num;\n}\n";
  request.arguments = std::move(arguments);
  return request;
}

}  // namespace support
