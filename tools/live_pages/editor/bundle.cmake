# SPDX-License-Identifier: MIT
# cmake -D NPM=... -D SOURCE=... -D PLACE=... -D BUNDLE=... -P bundle.cmake
#
# Makes the bundle; leaves none, and says so, if that cannot be done.
cmake_minimum_required(VERSION 3.25)
file(REMOVE ${BUNDLE})
file(COPY ${SOURCE}/package.json ${SOURCE}/package-lock.json ${SOURCE}/editor.js
     DESTINATION ${PLACE})
foreach(
  command
  "ci;--ignore-scripts;--no-audit;--no-fund;--loglevel=error"
  "exec;--offline;--;esbuild;editor.js;--bundle;--minify;--format=iife;--target=es2020;--legal-comments=inline;--outfile=${BUNDLE}.new"
)
  execute_process(
    COMMAND ${NPM} ${command}
    WORKING_DIRECTORY ${PLACE}
    RESULT_VARIABLE failed
    OUTPUT_VARIABLE said
    ERROR_VARIABLE said)
  if(failed)
    message("Pages are edited in a plain text area; the editor could not be "
            "bundled (is the network up?):\n${said}")
    return()
  endif()
endforeach()
file(RENAME ${BUNDLE}.new ${BUNDLE})
