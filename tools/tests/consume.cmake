# SPDX-License-Identifier: MIT
# cmake -D WAY=... -D VERSION=... -D SOURCE=... -D BUILD=... -D PLACE=...
#   -D CXX=... -P consume.cmake
#
# Makes an outside project in PLACE that uses the library in this WAY (see
# consumer/CMakeLists.txt), builds it, and runs its tests: its own two.
cmake_minimum_required(VERSION 3.25)

function(run)
  execute_process(COMMAND ${ARGN} OUTPUT_VARIABLE said ERROR_VARIABLE said
                  RESULT_VARIABLE result)
  message(STATUS "${said}")
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "This failed: ${ARGN}")
  endif()
  set(said "${said}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${PLACE})
file(COPY ${CMAKE_CURRENT_LIST_DIR}/consumer/ DESTINATION ${PLACE})
if(WAY STREQUAL "find_package")
  run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${PLACE}/prefix)
  file(GLOB_RECURSE installed RELATIVE ${PLACE}/prefix ${PLACE}/prefix/*)
  foreach(file IN LISTS installed)
    if(NOT file MATCHES "^(include/locksmith/|share/cmake/locksmith/|share/doc/)")
      message(FATAL_ERROR "${file} should not be installed")
    endif()
  endforeach()
endif()

run(${CMAKE_COMMAND} -S ${PLACE} -B ${PLACE}/build -G Ninja -D WAY=${WAY}
    -D VERSION=${VERSION} -D SOURCE=${SOURCE} -D CMAKE_PREFIX_PATH=${PLACE}/prefix
    -D CMAKE_CXX_COMPILER=${CXX} -D CMAKE_BUILD_TYPE=Debug)
run(${CMAKE_COMMAND} --build ${PLACE}/build)
run(${CMAKE_CTEST_COMMAND} --test-dir ${PLACE}/build --output-on-failure)
if(NOT said MATCHES "100% tests passed, 0 tests failed out of 2")
  message(FATAL_ERROR "It brought tests along")
endif()
