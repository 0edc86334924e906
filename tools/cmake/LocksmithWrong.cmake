# SPDX-License-Identifier: MIT
# Wrong code that is kept on purpose: the wrong answers to an exercise and the
# wrong steps of a chapter. Such a file says after its licence line
#
#   // wrong: <what goes wrong, for readers>
#   // rejected by: <the GoogleTest that fails>
#   // it says: <a piece of what this test then prints>
#
# and, of a step, besides these two or in their place,
#
#   // broken by: <the GoogleTest of the chapter's model program that shows it>
#
# A line that goes on is indented by three spaces.

# Reads these lines into <out>_wrong, <out>_test, <out>_says and <out>_model.
function(locksmith_read_wrong file out)
  file(READ ${file} text)
  string(REGEX REPLACE "\n//   +" " " text "${text}")
  foreach(pair "wrong;wrong" "rejected by;test" "it says;says"
          "broken by;model")
    list(GET pair 0 key)
    list(GET pair 1 name)
    set(value "")
    if(text MATCHES "\n// ${key}: ([^\n]+)")
      set(value "${CMAKE_MATCH_1}")
    endif()
    set(${out}_${name} "${value}" PARENT_SCOPE)
  endforeach()
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
endfunction()

# locksmith_rejects(<test name> <file> <program> [MODEL <program>] [TRIES <n>])
#
# A CTest that passes if the test of the model program MODEL passes that the file
# names, for it expects a failure; or, without the checker, if the program's test
# fails that the file names, and prints what it says. Where there is no such test
# either it is listed as skipped. TRIES: for a failure that depends on timing; 5
# is the default.
function(locksmith_rejects name file program)
  cmake_parse_arguments(arg "" "TRIES;MODEL" "" ${ARGN})
  if(NOT arg_TRIES)
    set(arg_TRIES 5)
  endif()
  locksmith_read_wrong(${file} this)
  if(NOT this_wrong OR (NOT this_test AND NOT this_model))
    message(FATAL_ERROR "${file}: wrong code says '// wrong: ...' and then "
                        "'// rejected by: ...' or '// broken by: ...'")
  endif()
  if(this_model AND TARGET "${arg_MODEL}")
    # By a script and not by a property of the test: tools/test runs the tests
    # of several builds as one, where a property goes to all of that name.
    add_test(
      NAME ${name}
      COMMAND
        ${CMAKE_COMMAND} -D
        "PROGRAM=${CMAKE_CROSSCOMPILING_EMULATOR};$<TARGET_FILE:${arg_MODEL}>" -D
        TEST=${this_model} -P ${PROJECT_SOURCE_DIR}/tools/cmake/expect_pass.cmake)
  elseif(this_test)
    locksmith_expect_rejection(${name} ${program} TEST "${this_test}" SAYS
                               "${this_says}" TRIES ${arg_TRIES})
  else()
    add_test(NAME ${name} COMMAND ${CMAKE_COMMAND} -E echo
                                  "needs the checker: ${this_model}")
    set_tests_properties(${name} PROPERTIES SKIP_REGULAR_EXPRESSION
                                            "needs the checker")
  endif()
endfunction()

# locksmith_expect_rejection(<test name> <program> [TEST <GoogleTest>]
#                            [SAYS <text>] [TRIES <n>])
#
# A CTest that passes if the program fails: in this test, with this text. It is
# skipped if the test belongs to the checker, and the build has none.
function(locksmith_expect_rejection name program)
  cmake_parse_arguments(arg "" "TEST;SAYS;TRIES" "" ${ARGN})
  if(NOT arg_TRIES)
    set(arg_TRIES 1)
  endif()
  add_test(
    NAME ${name}
    COMMAND
      ${CMAKE_COMMAND} -D
      "PROGRAM=${CMAKE_CROSSCOMPILING_EMULATOR};$<TARGET_FILE:${program}>" -D
      TEST=${arg_TEST} -D "SAYS=${arg_SAYS}" -D TRIES=${arg_TRIES} -P
      ${PROJECT_SOURCE_DIR}/tools/cmake/expect_rejection.cmake)
  set_tests_properties(${name} PROPERTIES SKIP_REGULAR_EXPRESSION
                                          "needs the checker")
endfunction()
