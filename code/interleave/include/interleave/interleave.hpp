// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// Runs unmodified C++ through every execution that the memory model allows.

#include <functional>
#include <string_view>

#include "interleave/audit.hpp"
#include "interleave/enumerate.hpp"
#include "interleave/execution.hpp"
#include "interleave/options.hpp"
#include "interleave/result.hpp"

namespace interleave {

/// Runs `body` once for each execution that C++20 allows it, load buffering
/// left out, and stops at the first that fails. The failure that it shows has
/// no spurious wake-ups if there is one without.
///
/// The body, and what it calls, must be compiled by `interleave_add_test`. It
/// must do the same whenever it reads the same values: no clocks but the
/// standard ones, no random numbers, no input.
Result explore(const std::function<void()>& body, const Options& options = {});

/// Records what the present execution came to; see `Result::outcomes`. Does
/// nothing outside of `explore`.
void observe(std::string_view text);

/// Fails the present execution unless `condition` holds. Outside of
/// `explore`, prints the text and aborts.
void require(bool condition, std::string_view text);

/// Whether the caller runs inside `explore`.
[[nodiscard]] bool exploring();

namespace detail {

/// Files below this directory are named from it in reports.
bool set_source_root(const char* directory);

#ifdef INTERLEAVE_SOURCE_ROOT
inline const bool source_root_is_set = set_source_root(INTERLEAVE_SOURCE_ROOT);
#endif

}  // namespace detail

}  // namespace interleave
