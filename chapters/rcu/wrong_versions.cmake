# SPDX-License-Identifier: MIT
# cmake -D ROOT=<repository> -P wrong_versions.cmake
#
# Prints which of RCU's wrong versions are kept in the repository, and what
# rejects each. (A CTest of its own for each says whether it does.)
cmake_minimum_required(VERSION 3.25)

file(GLOB steps RELATIVE ${ROOT} ${ROOT}/chapters/rcu/steps/*.hpp)
file(GLOB answers RELATIVE ${ROOT} ${ROOT}/solutions/rcu/*/wrong/*.hpp)
set(count 0)
foreach(file IN LISTS steps answers)
  file(READ ${ROOT}/${file} text)
  string(REGEX REPLACE "\n//   +" " " text "${text}")
  if(NOT text MATCHES "\n// wrong: ([^\n]+)")
    continue()
  endif()
  set(wrong "${CMAKE_MATCH_1}")
  if(NOT text MATCHES "\n// (rejected|broken) by: ([^\n]+)")
    message(FATAL_ERROR "${file} does not say what rejects it")
  endif()
  math(EXPR count "${count} + 1")
  message("${file}\n  ${wrong}\n  ${CMAKE_MATCH_1} by ${CMAKE_MATCH_2}")
endforeach()
message("${count} wrong versions")
