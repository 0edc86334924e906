# SPDX-License-Identifier: MIT
# GoogleTest for the checker's own tests, unless the project around has it.
include_guard()
if(NOT TARGET GTest::gtest_main)
  set(source /usr/src/googletest/googletest)
  if(EXISTS ${source}/CMakeLists.txt)
    set(GOOGLETEST_VERSION 1.12.1) # its own CMakeLists.txt asks for it
    add_subdirectory(${source} ${PROJECT_BINARY_DIR}/googletest
      EXCLUDE_FROM_ALL SYSTEM)
    foreach(target gtest gtest_main)
      if(NOT TARGET GTest::${target})
        add_library(GTest::${target} ALIAS ${target})
      endif()
    endforeach()
  else()
    find_package(GTest)
  endif()
endif()
include(GoogleTest)
