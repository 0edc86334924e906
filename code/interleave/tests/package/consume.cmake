# SPDX-License-Identifier: MIT
# cmake -D BUILD=... -D PLACE=... -D CXX=... -P consume.cmake
#
# Installs the checker below PLACE, and builds and tests an outside project.
cmake_minimum_required(VERSION 3.25)

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "This failed: ${ARGN}")
  endif()
endfunction()

file(REMOVE_RECURSE ${PLACE})
file(COPY ${CMAKE_CURRENT_LIST_DIR}/outside/ DESTINATION ${PLACE})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${PLACE}/prefix
    --component interleave)
run(${CMAKE_COMMAND} -S ${PLACE} -B ${PLACE}/build -G Ninja
    -D CMAKE_PREFIX_PATH=${PLACE}/prefix -D CMAKE_CXX_COMPILER=${CXX})
run(${CMAKE_COMMAND} --build ${PLACE}/build)
run(${CMAKE_CTEST_COMMAND} --test-dir ${PLACE}/build --output-on-failure
    --no-tests=error)
