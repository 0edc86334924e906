# SPDX-License-Identifier: MIT
# Sets INTERLEAVE_AVAILABLE, or says in INTERLEAVE_UNAVAILABLE why not.
include_guard()
set(INTERLEAVE_AVAILABLE OFF)
if(NOT CMAKE_SYSTEM_NAME STREQUAL "Linux")
  set(INTERLEAVE_UNAVAILABLE "available on Linux only")
elseif(NOT CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|aarch64|arm64)$")
  set(INTERLEAVE_UNAVAILABLE "available on x86-64 and AArch64 only")
elseif(NOT CMAKE_CXX_COMPILER_ID MATCHES "^(GNU|Clang)$")
  set(INTERLEAVE_UNAVAILABLE "available with g++ and clang++ only")
elseif(CMAKE_CXX_FLAGS MATCHES "-fsanitize=")
  # The instrumentation is ours to read; another sanitizer's runtime in the
  # same program would want the same functions and the same memory.
  set(INTERLEAVE_UNAVAILABLE "not available in a build with a sanitizer")
elseif(CMAKE_CXX_FLAGS MATCHES "-stdlib=libc\\+\\+")
  set(INTERLEAVE_UNAVAILABLE "available with libstdc++ only")
else()
  set(INTERLEAVE_AVAILABLE ON)
endif()
