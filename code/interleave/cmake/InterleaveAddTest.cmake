# SPDX-License-Identifier: MIT
# interleave_add_test(<name> [PRECOMPILED] SOURCES <file>...
#                     [LIBRARIES <target>...])
#
# A test program whose sources the checker can see into: it is compiled with
# the instrumentation of -fsanitize=thread and linked with the checker in the
# place of that sanitizer's runtime. It is linked with GoogleTest and its main
# function if the project has the target GTest::gtest_main, and is one of
# CTest's tests. Libraries that are to be checked must be header-only or
# compiled with the flags of the target interleave::instrumented. PRECOMPILED:
# the headers that checks have in common are compiled once for all such tests of
# the build; their libraries must then add no flags of their own.
include_guard()

function(interleave_add_test name)
  cmake_parse_arguments(arg "PRECOMPILED" "" "SOURCES;LIBRARIES" ${ARGN})
  if(arg_UNPARSED_ARGUMENTS OR NOT arg_SOURCES)
    message(FATAL_ERROR
      "interleave_add_test(<name> [PRECOMPILED] SOURCES <file>... "
      "[LIBRARIES <target>...])")
  endif()
  if(NOT TARGET interleave::interleave)
    return()
  endif()
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_LIBRARIES}
    interleave::instrumented
    $<LINK_LIBRARY:WHOLE_ARCHIVE,interleave::interleave>)
  # Reports name files from here, so that they are the same everywhere.
  target_compile_definitions(${name} PRIVATE
    INTERLEAVE_SOURCE_ROOT="${CMAKE_SOURCE_DIR}")
  if(TARGET GTest::gtest_main)
    target_link_libraries(${name} PRIVATE GTest::gtest_main)
    if(TARGET interleave::gtest)
      target_link_libraries(${name} PRIVATE
        $<LINK_LIBRARY:WHOLE_ARCHIVE,interleave::gtest>)
      # See gtest_bridge.cpp.
      target_link_options(${name} PRIVATE
        LINKER:--wrap=_ZNK7testing8internal12AssertHelperaSERKNS_7MessageE)
    endif()
  endif()
  if(arg_PRECOMPILED AND TARGET interleave_precompiled)
    target_precompile_headers(${name} REUSE_FROM interleave_precompiled)
  endif()
  add_test(NAME ${name} COMMAND ${name})
endfunction()
