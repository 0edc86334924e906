// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

#include "compile/exit_status.hpp"
#include "compile/options.hpp"
#include "compiler_explorer/client.hpp"

namespace compile_command {

/// Where the command reads and writes.
struct streams {
  std::istream& in;
  std::ostream& out;  ///< What was asked for.
  std::ostream& err;  ///< What went wrong, and by whom it was compiled.
};

/// Does what the reader asks for. Nothing but `std::bad_alloc` is thrown: what
/// goes wrong is said and is the status.
[[nodiscard]] exit_status compile(const options& asked,
                                  compiler_explorer::client& client,
                                  const streams& io);

/// The same with a client as the options say.
[[nodiscard]] exit_status compile(const options& asked, const streams& io);

}  // namespace compile_command
