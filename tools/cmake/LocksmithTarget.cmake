# SPDX-License-Identifier: MIT
# The targets that everything else is made of.

# Warnings are errors on our own targets, and on those only: whoever uses the
# headers has their own.
function(locksmith_warnings target)
  target_compile_options(
    ${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
  # Optimising, g++ 12 takes the addition of two strings for an overlapping copy:
  # https://gcc.gnu.org/bugzilla/show_bug.cgi?id=105651
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION
                                              VERSION_LESS 13)
    target_compile_options(${target} PRIVATE -Wno-restrict)
  endif()
endfunction()

# locksmith_headers(<name> BASE <dir> HEADERS <files relative to it>)
#
# A header-only library locksmith::<name>, proven to compile alone: each header
# is compiled by itself, twice included.
function(locksmith_headers name)
  cmake_parse_arguments(arg "" "BASE" "HEADERS" ${ARGN})
  set(target locksmith_${name})
  add_library(${target} INTERFACE)
  add_library(locksmith::${name} ALIAS ${target})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${name})
  target_compile_features(${target} INTERFACE cxx_std_20)
  list(TRANSFORM arg_HEADERS PREPEND ${arg_BASE}/ OUTPUT_VARIABLE files)
  target_sources(${target} INTERFACE FILE_SET HEADERS BASE_DIRS ${arg_BASE}
                                     FILES ${files})
  set_property(GLOBAL APPEND PROPERTY LOCKSMITH_LIBRARIES ${target})
  if(LOCKSMITH_TESTS)
    locksmith_compile_alone(${target} HEADERS ${arg_HEADERS})
    target_link_libraries(${target}_alone PRIVATE ${target})
  endif()
endfunction()

# Compiles each header by itself, included twice.
function(locksmith_compile_alone target)
  cmake_parse_arguments(arg "" "" "HEADERS" ${ARGN})
  foreach(header IN LISTS arg_HEADERS)
    set(source ${CMAKE_CURRENT_BINARY_DIR}/${target}_alone/${header}.cpp)
    file(CONFIGURE OUTPUT ${source} CONTENT [[
#include "@header@"
#include "@header@"
]] @ONLY)
    list(APPEND sources ${source})
  endforeach()
  add_library(${target}_alone OBJECT ${sources})
  locksmith_warnings(${target}_alone)
endfunction()
