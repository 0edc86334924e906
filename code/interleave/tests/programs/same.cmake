# SPDX-License-Identifier: MIT
# Runs PROGRAM RUNS times: it must print the same bytes each time.
execute_process(COMMAND ${PROGRAM} OUTPUT_VARIABLE first RESULT_VARIABLE status)
if(NOT status EQUAL 0 OR first STREQUAL "")
  message(FATAL_ERROR "the program failed: ${status}\n${first}")
endif()
foreach(run RANGE 2 ${RUNS})
  execute_process(COMMAND ${PROGRAM} OUTPUT_VARIABLE again)
  if(NOT again STREQUAL first)
    message(FATAL_ERROR "run ${run} is another:\n${again}\nand not\n${first}")
  endif()
endforeach()
string(LENGTH "${first}" length)
message(STATUS "${RUNS} runs, ${length} equal bytes")
