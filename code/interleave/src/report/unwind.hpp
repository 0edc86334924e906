// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

namespace interleave::engine {

/// The program's return addresses, innermost first, from the hook's own on.
/// What the hooks keep of calls is not enough where a library stands between:
/// a call into it has no entry hook.
std::vector<std::uintptr_t> unwind(std::uintptr_t hook);

}  // namespace interleave::engine
