# SPDX-License-Identifier: MIT
# cmake -D ROOT=<repository> -D CHAPTER=<name> -P print_wrong_versions.cmake
#
# Prints which wrong versions of a chapter's code are kept, and what rejects each:
# the wrong steps, the wrong answers, and the headers with one memory order too
# weak. (A CTest of its own for each says whether it does.)
cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/LocksmithWrong.cmake)

set(count 0)
macro(version file what by)
  math(EXPR count "${count} + 1")
  message("${file}\n  ${what}\n  rejected by ${by}")
endmacro()

file(GLOB files RELATIVE ${ROOT} ${ROOT}/chapters/${CHAPTER}/steps/*.hpp
     ${ROOT}/solutions/${CHAPTER}/*/wrong/*.hpp)
foreach(file IN LISTS files)
  locksmith_read_wrong(${ROOT}/${file} this)
  if(NOT this_wrong AND NOT file MATCHES "/wrong/")
    continue()
  endif()
  set(by ${this_model} ${this_test})
  if(NOT this_wrong OR NOT by)
    message(FATAL_ERROR "${file} does not say what is wrong and what rejects it")
  endif()
  list(JOIN by " and " by)
  version(${file} "${this_wrong}" "${by}")
endforeach()

# TEST(Orders, <name>) { needs_its_orders("locksmith/<header>", ...
file(GLOB models ${ROOT}/chapters/${CHAPTER}/${CHAPTER}_model*.cpp)
foreach(model IN LISTS models)
  file(READ ${model} text)
  string(REPLACE ";" "," text "${text}")
  string(REGEX MATCHALL "Orders, [A-Za-z]+\\) {[ \n]+needs_its_orders\\([ \n]*\"[^\"]+"
         audits "${text}")
  foreach(audit IN LISTS audits)
    string(REGEX MATCH "Orders, ([A-Za-z]+)" name "${audit}")
    set(name ${CMAKE_MATCH_1})
    string(REGEX MATCH "\"([^\"]+)" header "${audit}")
    version(${CMAKE_MATCH_1} "each order, weakened" Orders.${name})
  endforeach()
endforeach()
message("${count} wrong versions")
