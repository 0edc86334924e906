# SPDX-License-Identifier: MIT
# cmake -D PROGRAM=... -D TEST=... -P expect_pass.cmake
#
# Runs this one GoogleTest of the program: it must be there, and pass. PROGRAM may
# begin with an emulator.
cmake_minimum_required(VERSION 3.25)
execute_process(COMMAND ${PROGRAM} --gtest_brief=1 --gtest_filter=${TEST}
                OUTPUT_VARIABLE said ERROR_VARIABLE said RESULT_VARIABLE result)
message(STATUS "${said}")
if(NOT result EQUAL 0 OR NOT said MATCHES "PASSED  . 1 test")
  message(FATAL_ERROR "${TEST} did not pass")
endif()
