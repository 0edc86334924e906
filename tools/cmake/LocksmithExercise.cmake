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
# - exercise_<chapter>_<name>_mutants: the solution's check, and what the
#   solution's mutants.cpp says of the solution with one order weakened or one
#   wake-up left out.
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
  locksmith_expect_rejection(${test}.starting_file_is_rejected
                             ${exercise}_start)

  locksmith_exercise_variant(${exercise}_solution ${solution}/${name}.hpp)
  add_test(NAME ${test}.solution_passes COMMAND ${exercise}_solution
                                                --gtest_brief=1)

  file(GLOB wrong CONFIGURE_DEPENDS ${solution}/wrong/*.hpp)
  foreach(file IN LISTS wrong)
    get_filename_component(stem ${file} NAME_WE)
    locksmith_exercise_variant(${exercise}_wrong_${stem} ${file})
    locksmith_rejects(${test}.wrong.${stem} ${file} ${exercise}_wrong_${stem}
                      TRIES 1)
  endforeach()

  if(TARGET interleave::interleave)
    locksmith_exercise_variant(${exercise}_mutants ${solution}/${name}.hpp)
    target_sources(${exercise}_mutants PRIVATE ${solution}/mutants.cpp)
    add_test(NAME ${test}.mutants COMMAND ${exercise}_mutants --gtest_brief=1
                                          --gtest_filter=Mutants.*)
    locksmith_exercise_repeats()
  endif()

  locksmith_exercise_answer(${chapter} ${name})
endfunction()

# For clang-tidy: the starting file and the solution, each alone. Wrong answers are
# wrong on purpose, and the checks take it very long.
function(locksmith_exercise_for_tidy)
  foreach(place IN ITEMS dir solution)
    locksmith_compile_alone(${exercise}_${place} HEADERS ${name}.hpp)
    target_include_directories(${exercise}_${place}_alone PRIVATE ${${place}})
    locksmith_exercise_settings(${exercise}_${place}_alone)
  endforeach()
endfunction()

# The verdict over what the reader is to mend is the same each time, to the
# letter.
function(locksmith_exercise_repeats)
  add_test(
    NAME ${test}.verdict_repeats
    COMMAND
      ${CMAKE_COMMAND} -D PROGRAM=$<TARGET_FILE:${exercise}_start> -D TIMES=5 -P
      ${PROJECT_SOURCE_DIR}/tools/cmake/expect_same_verdict.cmake)
endfunction()

# The check with `file` in the answer's place.
function(locksmith_exercise_variant target file)
  set(place ${CMAKE_CURRENT_BINARY_DIR}/subjects/${target})
  file(CONFIGURE OUTPUT ${place}/${name}.hpp CONTENT "#include \"${file}\"\n")
  locksmith_exercise_program(${target} ${place})
endfunction()

# The check with the answer in the folder `place`.
function(locksmith_exercise_program target place)
  add_executable(${target} ${dir}/check.cpp)
  target_include_directories(${target} PRIVATE ${place})
  locksmith_exercise_settings(${target})
  if(TARGET interleave::interleave)
    interleave_link(${target})
    interleave_precompile(${target} exercise_headers)
  else()
    target_sources(${target} PRIVATE $<TARGET_OBJECTS:exercise_left_out>)
    target_precompile_headers(${target} REUSE_FROM exercise_headers)
  endif()
endfunction()

# As locksmith_exercise_flags, with what the chapter has.
function(locksmith_exercise_settings target)
  locksmith_exercise_flags(${target})
  target_include_directories(${target} PRIVATE
    ${PROJECT_SOURCE_DIR}/exercises/${chapter}
    ${PROJECT_SOURCE_DIR}/chapters/${chapter})
  target_link_libraries(${target} PRIVATE locksmith_${chapter})
endfunction()

# How a check is compiled: so that the checker sees into it, if there is one.
function(locksmith_exercise_flags target)
  locksmith_warnings(${target})
  # A reader's unused parameter is not a mistake yet; and what threads only write
  # is there for its races.
  target_compile_options(${target} PRIVATE -Wno-error
                                           -Wno-unused-but-set-variable)
  target_link_libraries(${target} PRIVATE exercise_judge)
  if(TARGET interleave::interleave)
    target_link_libraries(${target} PRIVATE interleave::instrumented
                                            exercise_lines)
    # Reports name files from here, so that they are the same everywhere.
    target_compile_definitions(
      ${target} PRIVATE INTERLEAVE_SOURCE_ROOT="${PROJECT_SOURCE_DIR}")
  endif()
endfunction()

# What the reader builds: copies the starting file if there is no answer yet,
# compiles, and runs the check. The answer is nobody's output, so that no clean
# ever removes it.
function(locksmith_exercise_answer chapter name)
  set(place ${PROJECT_SOURCE_DIR}/answers/${chapter}/${name})
  add_custom_target(
    start_${chapter}_${name}
    COMMAND
      ${CMAKE_COMMAND} -D FROM=${dir}/${name}.hpp -D TO=${place}/${name}.hpp -P
      ${PROJECT_SOURCE_DIR}/tools/cmake/start_exercise.cmake
    VERBATIM)
  locksmith_exercise_program(answer_${chapter}_${name} ${place})
  set_target_properties(answer_${chapter}_${name} PROPERTIES EXCLUDE_FROM_ALL ON)
  add_dependencies(answer_${chapter}_${name} start_${chapter}_${name})
  add_custom_target(
    check_${chapter}_${name}
    COMMAND answer_${chapter}_${name} --gtest_brief=1
    USES_TERMINAL VERBATIM)
endfunction()
