# SPDX-License-Identifier: MIT
# GoogleTest, built with the flags of this build: sanitizers and libc++ want the
# whole program of one kind. The distribution's sources serve (Debian and
# Ubuntu: package googletest); elsewhere they are downloaded.
include_guard()
set(source /usr/src/googletest/googletest)
if(EXISTS ${source}/CMakeLists.txt)
  set(GOOGLETEST_VERSION 1.12.1) # its own CMakeLists.txt asks for it
  add_subdirectory(${source} ${PROJECT_BINARY_DIR}/googletest EXCLUDE_FROM_ALL SYSTEM)
else()
  include(FetchContent)
  FetchContent_Declare(
    googletest
    URL https://github.com/google/googletest/archive/refs/tags/v1.14.0.tar.gz
    URL_HASH
      SHA256=8ad598c73ad796e0d8280b082cebd82a630d73e73cd3c70057938a6501bba5d7
    SYSTEM)
  set(INSTALL_GTEST OFF)
  set(BUILD_GMOCK OFF)
  FetchContent_MakeAvailable(googletest)
endif()
set_target_properties(gtest PROPERTIES CXX_CLANG_TIDY "")
include(GoogleTest)

# locksmith_test(<name> SOURCES ... [LIBRARIES ...])
#
# A GoogleTest program; each of its tests is one of CTest, named <name>.<test>.
function(locksmith_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  locksmith_warnings(${name})
  target_link_libraries(${name} PRIVATE locksmith_testing ${arg_LIBRARIES})
  add_test(NAME ${name} COMMAND ${name} --gtest_brief=1)
endfunction()
