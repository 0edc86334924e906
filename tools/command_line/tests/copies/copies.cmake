# SPDX-License-Identifier: MIT
# The single headers compile alone, with g++ and every clang that is there, and
# together in two files of one program. They are built for these tests alone.
get_property(libraries GLOBAL PROPERTY LOCKSMITH_LIBRARIES)
set(place ${PROJECT_BINARY_DIR}/single_headers)
set(strict -std=c++20 -Wall -Wextra -Wpedantic -Wconversion -Werror)

add_test(
  NAME single_headers.are_made
  COMMAND ${CMAKE_COMMAND} --build ${PROJECT_BINARY_DIR} --target
          locksmith_single_headers)
set_tests_properties(single_headers.are_made PROPERTIES FIXTURES_SETUP
                                                        single_headers)

set(compilers ${CMAKE_CXX_COMPILER})
foreach(name clang++-14 clang++-19)
  find_program(LOCKSMITH_${name} ${name})
  if(LOCKSMITH_${name} AND NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    list(APPEND compilers ${LOCKSMITH_${name}})
  endif()
endforeach()
foreach(compiler IN LISTS compilers)
  get_filename_component(name ${compiler} NAME)
  add_test(
    NAME single_headers.compile.${name}
    COMMAND
      ${CMAKE_COMMAND} "-DCOMPILE=${compiler};${strict}" -D PLACE=${place} -D
      WORK=${CMAKE_CURRENT_BINARY_DIR}/copies_${name} -P
      ${CMAKE_CURRENT_SOURCE_DIR}/copies/compile_copies.cmake)
  set_tests_properties(single_headers.compile.${name}
                       PROPERTIES FIXTURES_REQUIRED single_headers)
endforeach()
