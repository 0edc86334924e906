// SPDX-License-Identifier: MIT
#include "compile/exit_status.hpp"

namespace compile_command {

exit_status status_of(compiler_explorer::error_kind kind) {
  using compiler_explorer::error_kind;
  switch (kind) {
    case error_kind::invalid_request:
    case error_kind::unknown_name:
    case error_kind::bad_link:
      return wrong_use;
    case error_kind::offline:
      return not_in_cache;
    case error_kind::timeout:
      return out_of_time;
    case error_kind::rate_limited:
      return rate_limited;
    default:
      return no_answer;
  }
}

}  // namespace compile_command
