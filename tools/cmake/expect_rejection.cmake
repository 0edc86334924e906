# SPDX-License-Identifier: MIT
# cmake -D PROGRAM=... -D TEST=... -P expect_rejection.cmake
#
# Passes if GoogleTest program PROGRAM fails in the test TEST. Without TEST any
# failed test will do.
cmake_minimum_required(VERSION 3.25)
if(TEST)
  set(filter --gtest_filter=${TEST})
  set(expected "\\[  FAILED  \\] ${TEST}")
else()
  set(expected "\\[  FAILED  \\] ")
endif()
# A failure that depends on timing gets some tries.
foreach(try RANGE 1 5)
  execute_process(
    COMMAND ${PROGRAM} ${filter}
    OUTPUT_VARIABLE output
    ERROR_VARIABLE output
    RESULT_VARIABLE result)
  if(NOT output MATCHES "\\[ RUN      \\] ")
    message(FATAL_ERROR "There is no test ${TEST} in ${PROGRAM}:\n${output}")
  endif()
  if(NOT result EQUAL 0 AND output MATCHES "${expected}")
    message(STATUS "rejected, as it must be (try ${try}):\n${output}")
    return()
  endif()
endforeach()
message(FATAL_ERROR "${TEST} ended with ${result}, but should have been failed "
                    "by this code:\n${output}")
