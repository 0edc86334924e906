// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "compile/exit_status.hpp"
#include "compile/folded_source.hpp"
#include "compiler_explorer/catalogue.hpp"
#include "compiler_explorer/result.hpp"

namespace compile_command {

/// What one compiler made of the source.
struct outcome {
  compiler_explorer::compiler compiler;
  compiler_explorer::compile_result build;
  std::optional<compiler_explorer::run_result> run;

  [[nodiscard]] std::string description() const;
  [[nodiscard]] exit_status status() const;
  [[nodiscard]] bool from_cache() const;
};

/// Instructions, as opposed to labels and directives.
[[nodiscard]] std::size_t instructions_in(
    const std::vector<compiler_explorer::assembly_line>& assembly);

/// "file.cpp:4:7: error: …", in the reader's own file.
[[nodiscard]] std::string to_text(const compiler_explorer::diagnostic& found,
                                  const folded_source& source);

/// Where it is in the reader's own files.
[[nodiscard]] origin origin_of(const compiler_explorer::diagnostic& found,
                               const folded_source& source);

}  // namespace compile_command
