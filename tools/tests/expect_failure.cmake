# SPDX-License-Identifier: MIT
# cmake -D SAYS=<regex> [-D LINES=<number>] -P expect_failure.cmake -- <command>...
#
# Passes if the command fails and says so; with LINES, in that many lines.
cmake_minimum_required(VERSION 3.25)
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(i RANGE ${last})
  if(command)
    list(APPEND command "${CMAKE_ARGV${i}}")
  elseif(CMAKE_ARGV${i} STREQUAL "--")
    set(command ${CMAKE_COMMAND} -E env LC_ALL=C)
  endif()
endforeach()
execute_process(
  COMMAND ${command}
  OUTPUT_VARIABLE said
  ERROR_VARIABLE said
  RESULT_VARIABLE result)
message(STATUS "It said:\n${said}")
if(result EQUAL 0)
  message(FATAL_ERROR "This should have failed: ${command}")
endif()
if(NOT said MATCHES "${SAYS}")
  message(FATAL_ERROR "This should have said '${SAYS}': ${command}")
endif()
if(DEFINED LINES)
  string(REGEX MATCHALL "\n" ends "${said}")
  list(LENGTH ends count)
  if(NOT count EQUAL LINES)
    message(FATAL_ERROR "This should have said it in ${LINES} lines: ${command}")
  endif()
endif()
