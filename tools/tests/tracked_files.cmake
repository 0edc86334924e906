# SPDX-License-Identifier: MIT
# The files that git tracks, relative to SOURCE, into `tracked`.
find_program(git git)
if(git)
  execute_process(
    COMMAND ${git} -c safe.directory=* -C ${SOURCE} ls-files
    OUTPUT_VARIABLE tracked
    ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE)
endif()
if(NOT tracked)
  message("Left out: ${SOURCE} is not in git, so what belongs to it is unknown.")
  return()
endif()
string(REPLACE "\n" ";" tracked "${tracked}")
