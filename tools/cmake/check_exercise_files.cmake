# SPDX-License-Identifier: MIT
# cmake -D EXERCISE=<dir> -D SOLUTION=<dir> -P check_exercise_files.cmake
#
# Says what an exercise lacks, and what it has that it should not.
cmake_minimum_required(VERSION 3.25)
get_filename_component(name ${EXERCISE} NAME)

function(complain what)
  set_property(GLOBAL APPEND_STRING PROPERTY COMPLAINTS "\n  ${what}")
endfunction()

function(expect_files dir)
  file(GLOB_RECURSE there RELATIVE ${dir} ${dir}/*)
  foreach(file IN LISTS ARGN)
    if(NOT file IN_LIST there)
      complain("${dir}/${file} is missing")
    endif()
  endforeach()
  foreach(file IN LISTS there)
    if(NOT file IN_LIST ARGN AND NOT file MATCHES "^wrong/[a-z0-9_]+\\.hpp$")
      complain("${dir}/${file} does not belong there")
    endif()
  endforeach()
endfunction()

function(expect_match file pattern what)
  set(text "")
  if(EXISTS ${file})
    file(READ ${file} text)
  endif()
  if(NOT text MATCHES "${pattern}")
    complain("${file}: ${what}")
  endif()
endfunction()

expect_files(${EXERCISE} task.md hints.md ${name}.hpp check.cpp)
expect_files(${SOLUTION} why.md ${name}.hpp mutants.cpp)

foreach(key title difficulty minutes kind goal)
  expect_match(${EXERCISE}/task.md "\n${key}: " "has no `${key}:` at its head")
endforeach()
expect_match(${EXERCISE}/task.md "\ndifficulty: (easy|medium|hard)\n"
             "the difficulty is easy, medium or hard")
expect_match(${EXERCISE}/task.md "\nminutes: [0-9]+\n" "minutes is a number")
expect_match(${EXERCISE}/task.md "\nkind: (repair|weaken|build|use|find)\n"
             "the kind is repair, weaken, build, use or find")
expect_match(${EXERCISE}/hints.md "## Hint 1.*## Hint 2" "has fewer than two hints")
expect_match(${EXERCISE}/${name}.hpp "// TODO" "has no TODO")
expect_match(${EXERCISE}/check.cpp "#include <${name}\\.hpp>"
             "does not include <${name}.hpp>")

if(EXISTS ${SOLUTION}/${name}.hpp)
  file(READ ${SOLUTION}/${name}.hpp text)
  if(text MATCHES "TODO")
    complain("${SOLUTION}/${name}.hpp: still has a TODO")
  endif()
endif()
file(GLOB wrong ${SOLUTION}/wrong/*.hpp)
list(LENGTH wrong count)
if(count LESS 5)
  complain("${SOLUTION}/wrong: has ${count} wrong answers, five are the least")
endif()

get_property(complaints GLOBAL PROPERTY COMPLAINTS)
if(complaints)
  message(FATAL_ERROR "The exercise ${name} is not whole:${complaints}")
endif()
