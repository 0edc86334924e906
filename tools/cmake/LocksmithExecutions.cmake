# SPDX-License-Identifier: MIT
# locksmith_executions(<name>)
#
# What the tests WrongSteps.*, Orders.*, Outcomes.* and Schedules.* of <name>_model
# show, for the page of this name: in the folder executions/<name> of the build,
# which is whole once the file `complete` is in it.
function(locksmith_executions name)
  set(folder ${PROJECT_BINARY_DIR}/executions/${name})
  add_custom_command(
    OUTPUT ${folder}/complete
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${folder}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
    COMMAND
      ${CMAKE_COMMAND} -E env LOCKSMITH_EXECUTIONS=${folder}
      $<TARGET_FILE:${name}_model> --gtest_brief=1
      --gtest_filter=WrongSteps.*:Orders.*:Outcomes.*:Schedules.*
    COMMAND ${CMAKE_COMMAND} -E touch ${folder}/complete
    DEPENDS ${name}_model
    COMMENT "Finding the executions that the page ${name} shows"
    VERBATIM)
  add_custom_target(${name}_executions DEPENDS ${folder}/complete)
  set_property(GLOBAL APPEND PROPERTY LOCKSMITH_EXECUTIONS ${name})
endfunction()
