// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace compiler_explorer {

/// Whether a compiler's id says that it is another one tomorrow:
/// "gsnapshot", "clang_trunk", "vcpp_v19_latest_x64".
[[nodiscard]] bool is_nightly(std::string_view id);

}  // namespace compiler_explorer
