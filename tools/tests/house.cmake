# SPDX-License-Identifier: MIT
# The tests that one compiler is enough for.
set(here ${CMAKE_CURRENT_SOURCE_DIR})
foreach(way find_package add_subdirectory FetchContent)
  add_test(
    NAME package.${way}
    COMMAND
      ${CMAKE_COMMAND} -D WAY=${way} -D VERSION=${PROJECT_VERSION} -D
      SOURCE=${PROJECT_SOURCE_DIR} -D BUILD=${PROJECT_BINARY_DIR} -D
      PLACE=${CMAKE_CURRENT_BINARY_DIR}/consumer_${way} -D
      CXX=${CMAKE_CXX_COMPILER} -P ${here}/consume.cmake)
endforeach()

list(JOIN headers "," commas)
list(JOIN roots "," root_commas)
add_test(
  NAME package.copied_by_hand
  COMMAND
    ${CMAKE_COMMAND} -D HEADERS=${commas} -D ROOTS=${root_commas} -D
    MAIN=${here}/consumer/main.cpp -D
    PLACE=${CMAKE_CURRENT_BINARY_DIR}/copied_by_hand -D CXX=${CMAKE_CXX_COMPILER}
    -P ${here}/copy_by_hand.cmake)

foreach(check format hygiene)
  add_test(NAME house.${check} COMMAND ${CMAKE_COMMAND} -D
                                       SOURCE=${PROJECT_SOURCE_DIR} -P
                                       ${here}/${check}.cmake)
  set_tests_properties(house.${check} PROPERTIES SKIP_REGULAR_EXPRESSION
                                                 "Left out: ")
endforeach()

add_test(NAME scripts.steps COMMAND bash ${here}/steps_test.sh
         WORKING_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR})

# locksmith_refuses(<name> <regex> <command>...)
#
# A command given wrongly fails with one sentence, before it does anything.
function(locksmith_refuses name says)
  add_test(NAME scripts.${name}
           COMMAND ${CMAKE_COMMAND} "-DSAYS=${says}" -D LINES=1 -P
                   ${here}/expect_failure.cmake -- ${ARGN})
  # Whatever it does would take longer than this.
  set_tests_properties(scripts.${name} PROPERTIES TIMEOUT 5)
endfunction()

set(read ${PROJECT_SOURCE_DIR}/tools/read)
foreach(port 0 abc 99999 -1 8000x 08000)
  locksmith_refuses(read_at_port_${port} "a number from 1 to 65535, not '${port}'"
                    ${read} --port ${port})
endforeach()
locksmith_refuses(read_at_no_port "a number from 1 to 65535, not ''" ${read} --port)
locksmith_refuses(read_with_unknown_option "no option '--prot'" ${read} --prot)
locksmith_refuses(test_with_unknown_option "no option '--fast'"
                  ${PROJECT_SOURCE_DIR}/tools/test --fast)

add_executable(hold_port hold_port.cpp)
target_compile_features(hold_port PRIVATE cxx_std_20)
locksmith_warnings(hold_port)
locksmith_refuses(read_at_busy_port "port [0-9]+ is taken" $<TARGET_FILE:hold_port>
                  ${read} --port PORT)

if(LOCKSMITH_BOOK)
  add_test(NAME scripts.serve COMMAND ${LOCKSMITH_BOOK_PYTHON} ${here}/serve_test.py)
  set_tests_properties(scripts.serve PROPERTIES TIMEOUT 60)
endif()
