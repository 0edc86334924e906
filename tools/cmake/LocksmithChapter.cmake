# SPDX-License-Identifier: MIT
include(LocksmithExecutions)
include(LocksmithWrong)

# locksmith_chapter(<name> [BUILDS_ON <earlier chapter>...])
#
# Everything a chapter's folder holds: the headers to copy (library
# locksmith::<name>), the steps, and the tests and the benchmark if there.
function(locksmith_chapter name)
  cmake_parse_arguments(arg "" "" "BUILDS_ON" ${ARGN})
  set(dir ${CMAKE_CURRENT_SOURCE_DIR})
  file(GLOB headers CONFIGURE_DEPENDS RELATIVE ${dir} locksmith/*.hpp)
  file(GLOB steps CONFIGURE_DEPENDS RELATIVE ${dir} steps/*.hpp)

  locksmith_headers(${name} BASE ${dir} HEADERS ${headers})
  list(TRANSFORM arg_BUILDS_ON PREPEND locksmith_)
  target_link_libraries(locksmith_${name} INTERFACE locksmith_foundation
                                                    ${arg_BUILDS_ON})

  if(LOCKSMITH_TESTS)
    locksmith_compile_alone(locksmith_${name}_steps HEADERS ${steps})
    target_include_directories(locksmith_${name}_steps_alone PRIVATE ${dir})
    target_link_libraries(locksmith_${name}_steps_alone PRIVATE locksmith_${name})
    file(GLOB sources CONFIGURE_DEPENDS ${name}_test.cpp ${name}_test_*.cpp)
    if(sources)
      locksmith_test(${name}_test SOURCES ${sources} LIBRARIES locksmith_${name})
      target_include_directories(${name}_test PRIVATE ${dir})
    endif()
  endif()
  locksmith_model(${name})
  if(LOCKSMITH_TESTS)
    locksmith_wrong_steps(${name} ${steps})
    add_test(
      NAME ${name}.wrong_versions
      COMMAND
        ${CMAKE_COMMAND} -D ROOT=${PROJECT_SOURCE_DIR} -D CHAPTER=${name} -P
        ${PROJECT_SOURCE_DIR}/tools/cmake/print_wrong_versions.cmake)
  endif()
  if(LOCKSMITH_BENCHMARKS AND EXISTS ${dir}/${name}_bench.cpp)
    include(LocksmithBenchmark)
    locksmith_benchmark(${name})
  endif()

  set_property(GLOBAL APPEND PROPERTY LOCKSMITH_CHAPTERS ${name})
  set_property(GLOBAL PROPERTY LOCKSMITH_${name}_DIR ${dir})
  set_property(GLOBAL PROPERTY LOCKSMITH_${name}_HEADERS ${headers})
  set_property(GLOBAL PROPERTY LOCKSMITH_${name}_STEPS ${steps})
endfunction()

# Every execution that C++ allows, where the checker is built.
function(locksmith_model name)
  if(NOT TARGET interleave::interleave OR NOT EXISTS ${dir}/${name}_model.cpp)
    return()
  endif()
  interleave_add_test(${name}_model SOURCES ${name}_model.cpp LIBRARIES
                      locksmith_${name})
  locksmith_warnings(${name}_model)
  target_include_directories(${name}_model PRIVATE ${dir})
  locksmith_executions(${name})
endfunction()

# Each step that says "wrong" must be broken by <chapter>_model.cpp, or rejected
# by <chapter>_wrong_steps.cpp, which puts it under the suite that it names.
function(locksmith_wrong_steps name)
  set(program ${name}_wrong_steps)
  if(EXISTS ${dir}/${program}.cpp)
    add_executable(${program} ${program}.cpp)
    locksmith_warnings(${program})
    target_include_directories(${program} PRIVATE ${dir})
    target_link_libraries(${program} PRIVATE locksmith_${name} locksmith_testing)
  endif()
  foreach(step IN LISTS ARGN)
    locksmith_read_wrong(${dir}/${step} this)
    if(this_wrong)
      get_filename_component(stem ${step} NAME_WE)
      locksmith_rejects(${name}.wrong_step.${stem} ${dir}/${step} ${program} MODEL
                        ${name}_model)
    endif()
  endforeach()
endfunction()
