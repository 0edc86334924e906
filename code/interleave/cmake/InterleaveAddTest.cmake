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
  target_link_libraries(${name} PRIVATE ${arg_LIBRARIES})
  interleave_link(${name})
  if(TARGET GTest::gtest_main)
    target_link_libraries(${name} PRIVATE GTest::gtest_main)
  endif()
  if(arg_PRECOMPILED AND TARGET interleave_precompiled)
    interleave_precompile(${name} interleave_precompiled)
  endif()
  add_test(NAME ${name} COMMAND ${name})
endfunction()

# interleave_link(<program>)
#
# The same for a program that is there already: how its sources are compiled,
# and what it is linked with.
function(interleave_link program)
  target_link_libraries(${program} PRIVATE interleave::instrumented
    $<LINK_LIBRARY:WHOLE_ARCHIVE,interleave::interleave>)
  # Reports name files from here, so that they are the same everywhere.
  target_compile_definitions(${program} PRIVATE
    INTERLEAVE_SOURCE_ROOT="${CMAKE_SOURCE_DIR}")
  if(TARGET interleave::gtest)
    target_link_libraries(${program} PRIVATE
      $<LINK_LIBRARY:WHOLE_ARCHIVE,interleave::gtest>)
    # See gtest_bridge.cpp.
    target_link_options(${program} PRIVATE
      LINKER:--wrap=_ZNK7testing8internal12AssertHelperaSERKNS_7MessageE)
  endif()
endfunction()

# interleave_precompile(<program> <headers>)
#
# Has the program use the precompiled headers of the library <headers>, which is
# compiled with the same flags.
function(interleave_precompile program headers)
  target_precompile_headers(${program} REUSE_FROM ${headers})
  # g++ uses them only if no other header comes before, and another one does
  # come with the flags of interleave::instrumented.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    get_target_property(place ${headers} BINARY_DIR)
    target_compile_options(${program} BEFORE PRIVATE
      "SHELL:-include ${place}/CMakeFiles/${headers}.dir/cmake_pch.hxx")
  endif()
endfunction()
