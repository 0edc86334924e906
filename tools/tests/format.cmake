# SPDX-License-Identifier: MIT
# cmake -D SOURCE=... -P format.cmake
#
# Passes if clang-format-19 would change none of the C++ files.
cmake_minimum_required(VERSION 3.25)
find_program(clang_format clang-format-19)
if(NOT clang_format)
  message("Left out: there is no clang-format-19.")
  return()
endif()
include(${CMAKE_CURRENT_LIST_DIR}/tracked_files.cmake)
list(FILTER tracked INCLUDE REGEX "\\.[ch]pp$")
execute_process(COMMAND ${clang_format} --dry-run -Werror ${tracked}
                WORKING_DIRECTORY ${SOURCE} RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "Mend it: clang-format-19 -i FILE...")
endif()
