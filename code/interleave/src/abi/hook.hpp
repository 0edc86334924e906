// SPDX-License-Identifier: MIT
#pragma once

/// A function that the program's code, or a library, calls by its name.
#define INTERLEAVE_HOOK [[gnu::visibility("default"), gnu::used]]
