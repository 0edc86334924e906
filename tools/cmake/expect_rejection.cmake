# SPDX-License-Identifier: MIT
# cmake -D PROGRAM=... [-D TEST=...] [-D SAYS=...] [-D TRIES=...]
#       -P expect_rejection.cmake
#
# Passes if GoogleTest program PROGRAM fails in the test TEST and prints SAYS.
# PROGRAM may begin with an emulator.
# Without TEST any failed test will do. TRIES: how often it is run until it does.
# Where the part of a check is left out that would have failed, it says that this
# needs the checker.
cmake_minimum_required(VERSION 3.25)
set(filter "")
set(failed "[  FAILED  ] ")
if(NOT "${TEST}" STREQUAL "")
  set(filter --gtest_filter=${TEST}:EveryExecution.IsLeftOut)
  string(APPEND failed "${TEST}")
endif()
if(NOT TRIES)
  set(TRIES 1)
endif()

# Text as one line, with single blanks.
function(on_one_line text out)
  string(REGEX REPLACE "[ \n]+" " " text "${text}")
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

foreach(try RANGE 1 ${TRIES})
  execute_process(
    COMMAND ${PROGRAM} ${filter} --gtest_color=no
    OUTPUT_VARIABLE output
    ERROR_VARIABLE output
    RESULT_VARIABLE result)
  string(FIND "${output}" "${failed}" at)
  if(NOT result EQUAL 0 AND NOT at EQUAL -1)
    on_one_line("${output}" text)
    on_one_line("${SAYS}" says)
    string(FIND "${text}" "${says}" said)
    if(said EQUAL -1)
      message(FATAL_ERROR "${TEST} rejects this code, but does not say\n"
                          "  ${SAYS}\n${output}")
    endif()
    message(STATUS "rejected, as it must be (try ${try}):\n${output}")
    return()
  endif()
  if(output MATCHES "part of the check [^\n]*is left out: ([^\n]*)")
    message("This needs the checker: ${CMAKE_MATCH_1}")
    return()
  endif()
  if(NOT output MATCHES "\\[ RUN      \\] ")
    message(FATAL_ERROR "There is no test ${TEST} in ${PROGRAM}:\n${output}")
  endif()
endforeach()
message(FATAL_ERROR "${TEST} ended with ${result}, but should have been failed "
                    "by this code:\n${output}")
