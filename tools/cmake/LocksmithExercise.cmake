# SPDX-License-Identifier: MIT
include(LocksmithWrong)

# locksmith_exercise(<chapter> <name>)
#
# The exercise in exercises/<chapter>/<name>, its solution and its wrong
# answers in solutions/<chapter>/<name>. Three kinds of targets:
#
# - check_<chapter>_<name>: compiles and checks the reader's answer in answers/,
#   which it copies from the starting file the first time.
# - exercise_<chapter>_<name>_<variant>: the check with the starting file, the
#   solution or a wrong answer in the answer's place, built with everything.
#
# The check includes its subject as <name.hpp>, in angle brackets, so that the
# include path decides which one it gets.
function(locksmith_exercise chapter name)
  set(dir ${PROJECT_SOURCE_DIR}/exercises/${chapter}/${name})
  set(solution ${PROJECT_SOURCE_DIR}/solutions/${chapter}/${name})
  set(exercise exercise_${chapter}_${name})
  set(test exercise.${chapter}.${name})
  set_property(GLOBAL APPEND PROPERTY LOCKSMITH_EXERCISES ${chapter}/${name})

  if(CMAKE_CXX_CLANG_TIDY)
    locksmith_exercise_for_tidy()
    return()
  endif()

  add_test(
    NAME ${test}.files
    COMMAND ${CMAKE_COMMAND} -D EXERCISE=${dir} -D SOLUTION=${solution} -P
            ${PROJECT_SOURCE_DIR}/tools/cmake/check_exercise_files.cmake)

  locksmith_exercise_variant(${exercise}_start ${dir}/${name}.hpp)
  add_test(
    NAME ${test}.starting_file_is_rejected
    COMMAND
      ${CMAKE_COMMAND} -D PROGRAM=$<TARGET_FILE:${exercise}_start> -P
      ${PROJECT_SOURCE_DIR}/tools/cmake/expect_rejection.cmake)

  locksmith_exercise_variant(${exercise}_solution ${solution}/${name}.hpp)
  add_test(NAME ${test}.solution_passes COMMAND ${exercise}_solution
                                                --gtest_brief=1)

  file(GLOB wrong CONFIGURE_DEPENDS ${solution}/wrong/*.hpp)
  foreach(file IN LISTS wrong)
    get_filename_component(stem ${file} NAME_WE)
    locksmith_exercise_variant(${exercise}_wrong_${stem} ${file})
    locksmith_rejects(${test}.wrong.${stem} ${file} ${exercise}_wrong_${stem})
  endforeach()

  locksmith_exercise_answer(${chapter} ${name})
endfunction()

# For clang-tidy: the starting file alone, and the check with the solution. Wrong
# answers are wrong on purpose, and each reading of the check takes it long.
function(locksmith_exercise_for_tidy)
  locksmith_exercise_variant(${exercise}_solution ${solution}/${name}.hpp)
  locksmith_compile_alone(${exercise} HEADERS ${name}.hpp)
  target_include_directories(${exercise}_alone PRIVATE ${dir})
  locksmith_exercise_settings(${exercise}_alone)
endfunction()

# The check with `file` in the answer's place.
function(locksmith_exercise_variant target file)
  set(place ${CMAKE_CURRENT_BINARY_DIR}/subjects/${target})
  file(CONFIGURE OUTPUT ${place}/${name}.hpp CONTENT "#include \"${file}\"\n")
  add_executable(${target} ${dir}/check.cpp)
  target_include_directories(${target} PRIVATE ${place})
  locksmith_exercise_settings(${target})
  target_precompile_headers(${target} REUSE_FROM exercise_headers)
endfunction()

function(locksmith_exercise_settings target)
  locksmith_warnings(${target})
  # A reader's unused parameter is not a mistake yet.
  target_compile_options(${target} PRIVATE -Wno-error)
  target_include_directories(
    ${target} PRIVATE ${PROJECT_SOURCE_DIR}/chapters/${chapter})
  target_link_libraries(${target} PRIVATE locksmith_${chapter} locksmith_testing)
endfunction()

# What the reader builds: copies the starting file if there is no answer yet,
# compiles, and runs the check. The answer is nobody's output, so that no clean
# ever removes it.
function(locksmith_exercise_answer chapter name)
  set(answer ${PROJECT_SOURCE_DIR}/answers/${chapter}/${name}/${name}.hpp)
  add_custom_target(
    start_${chapter}_${name}
    COMMAND
      ${CMAKE_COMMAND} -D FROM=${dir}/${name}.hpp -D TO=${answer} -P
      ${PROJECT_SOURCE_DIR}/tools/cmake/start_exercise.cmake
    VERBATIM)
  add_executable(answer_${chapter}_${name} EXCLUDE_FROM_ALL ${dir}/check.cpp)
  add_dependencies(answer_${chapter}_${name} start_${chapter}_${name})
  target_include_directories(
    answer_${chapter}_${name}
    PRIVATE ${PROJECT_SOURCE_DIR}/answers/${chapter}/${name})
  locksmith_exercise_settings(answer_${chapter}_${name})
  target_precompile_headers(answer_${chapter}_${name} REUSE_FROM exercise_headers)
  add_custom_target(
    check_${chapter}_${name}
    COMMAND answer_${chapter}_${name} --gtest_brief=1
    USES_TERMINAL VERBATIM)
endfunction()
