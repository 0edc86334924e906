# SPDX-License-Identifier: MIT
# Wrong code that is kept on purpose: the wrong answers to an exercise and the
# wrong steps of a chapter. Such a file says after its licence line
#
#   // wrong: <what goes wrong, for readers>
#   // rejected by: <the GoogleTest that fails>
#
# or, where real threads cannot show it reliably,
#
#   // needs the checker: <why>
#
# A line that goes on is indented by three spaces.

# Reads these lines into <out>_wrong, <out>_test and <out>_checker.
function(locksmith_read_wrong file out)
  file(READ ${file} text)
  string(REGEX REPLACE "\n//   +" " " text "${text}")
  foreach(pair "wrong;wrong" "rejected by;test" "needs the checker;checker")
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

# locksmith_rejects(<test name> <file> <program>)
#
# A CTest that passes if the program's test named in the file fails. Where the
# file needs the checker, the test is listed as skipped, with the reason.
function(locksmith_rejects name file program)
  locksmith_read_wrong(${file} this)
  if(NOT this_wrong OR (NOT this_test AND NOT this_checker))
    message(FATAL_ERROR "${file}: wrong code says '// wrong: ...' and then "
                        "'// rejected by: ...' or '// needs the checker: ...'")
  endif()
  if(this_test)
    add_test(
      NAME ${name}
      COMMAND
        ${CMAKE_COMMAND} -D PROGRAM=$<TARGET_FILE:${program}> -D TEST=${this_test}
        -P ${PROJECT_SOURCE_DIR}/tools/cmake/expect_rejection.cmake)
  else()
    add_test(NAME ${name} COMMAND ${CMAKE_COMMAND} -E echo
                                  "needs the checker: ${this_checker}")
    set_tests_properties(${name} PROPERTIES SKIP_REGULAR_EXPRESSION
                                            "needs the checker")
  endif()
endfunction()
