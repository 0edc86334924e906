# SPDX-License-Identifier: MIT
# cmake -D PROGRAM=... -D TIMES=... -P expect_same_verdict.cmake
#
# Passes if GoogleTest program PROGRAM ends and prints the same each time, apart
# from how long it takes, in whatever environment and at whatever addresses.
cmake_minimum_required(VERSION 3.25)
set(ENV{LOCKSMITH_PADDING} "")
foreach(time RANGE 1 ${TIMES})
  # The environment lies above the stack, and moves it.
  string(REPEAT "x" 777 more)
  set(ENV{LOCKSMITH_PADDING} "$ENV{LOCKSMITH_PADDING}${more}")
  execute_process(
    COMMAND ${PROGRAM} --gtest_color=no
    OUTPUT_VARIABLE output
    ERROR_VARIABLE output
    RESULT_VARIABLE result)
  string(REGEX REPLACE "\\([0-9]+ ms( total)?\\)" "" output "${output}")
  set(verdict "${result}\n${output}")
  if(time EQUAL 1)
    set(first "${verdict}")
  elseif(NOT verdict STREQUAL first)
    message(FATAL_ERROR "The verdict of time ${time} is another than the first."
                        "\n--- first:\n${first}\n--- now:\n${verdict}")
  endif()
endforeach()
message("${first}")
