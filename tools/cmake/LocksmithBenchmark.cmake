# SPDX-License-Identifier: MIT
# Benchmarks are compiled alike in every build: optimized, and with hot loops
# aligned, so that linking in another order does not pass for a change in speed.
function(locksmith_benchmark_settings target)
  locksmith_warnings(${target})
  target_compile_options(${target} PRIVATE -O2 -falign-functions=64
                                           -falign-loops=64)
  target_compile_definitions(${target} PRIVATE NDEBUG)
endfunction()

if(NOT TARGET locksmith_benchmarking)
  add_subdirectory(${PROJECT_SOURCE_DIR}/code/benchmarking
                   ${PROJECT_BINARY_DIR}/code/benchmarking)
endif()

# locksmith_benchmark(<chapter>)
#
# The benchmark <chapter>_bench; target <chapter>_bench_store, which runs it and
# writes <chapter>'s benchmark/results.json, for the book; and a test that it
# runs. No test looks at the times.
function(locksmith_benchmark chapter)
  set(program ${chapter}_bench)
  set(dir ${CMAKE_CURRENT_SOURCE_DIR})
  add_executable(${program} ${program}.cpp)
  locksmith_benchmark_settings(${program})
  target_include_directories(${program} PRIVATE ${dir})
  target_link_libraries(${program} PRIVATE locksmith_${chapter}
                                           locksmith_benchmarking)
  add_custom_target(
    ${program}_store
    COMMAND ${program} --store=${dir}/benchmark/results.json
    USES_TERMINAL VERBATIM)
  if(LOCKSMITH_TESTS)
    add_test(NAME ${program}.smoke COMMAND ${program} --smoke)
    set_tests_properties(${program}.smoke PROPERTIES RUN_SERIAL ON)
  endif()
endfunction()

# locksmith_benchmark_peer(<chapter> PACKAGE <name> HEADER <name>
#                          [SUFFIX <folder>] [LIBRARIES <name>...])
#
# A peer from the distribution, measured if it is installed. The benchmark asks
# __has_include for it, or WITH_LIBCDS if the package is libcds-dev.
function(locksmith_benchmark_peer chapter)
  cmake_parse_arguments(arg "" "HEADER;SUFFIX;PACKAGE" "LIBRARIES" ${ARGN})
  if(NOT TARGET ${chapter}_bench)
    return()
  endif()
  find_path(LOCKSMITH_PEER_${arg_PACKAGE} ${arg_HEADER}
            PATH_SUFFIXES ${arg_SUFFIX})
  set(found ${LOCKSMITH_PEER_${arg_PACKAGE}})
  foreach(library IN LISTS arg_LIBRARIES)
    find_library(LOCKSMITH_PEER_${library} ${library})
    list(APPEND found ${LOCKSMITH_PEER_${library}})
    list(APPEND libraries ${LOCKSMITH_PEER_${library}})
  endforeach()
  if(found MATCHES "NOTFOUND")
    message(STATUS "${chapter}_bench: without ${arg_HEADER} "
                   "(Debian, Ubuntu: package ${arg_PACKAGE})")
    return()
  endif()
  string(REGEX REPLACE "-dev$" "" name ${arg_PACKAGE})
  string(TOUPPER ${name} name)
  target_compile_definitions(${chapter}_bench PRIVATE WITH_${name}=1)
  target_include_directories(${chapter}_bench SYSTEM
                             PRIVATE ${LOCKSMITH_PEER_${arg_PACKAGE}})
  target_link_libraries(${chapter}_bench PRIVATE ${libraries})
endfunction()
