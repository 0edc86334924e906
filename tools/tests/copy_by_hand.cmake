# SPDX-License-Identifier: MIT
# cmake -D HEADERS=<file,file...> -D ROOTS=<folder,folder...> -D MAIN=<file>
#   -D PLACE=... -D CXX=... -P copy_by_hand.cmake
#
# Copies each header, and what it includes of ours, into an empty folder, as a
# reader would, and compiles it there; then a program with those it includes.
cmake_minimum_required(VERSION 3.25)
string(REPLACE "," ";" HEADERS "${HEADERS}")
string(REPLACE "," ";" ROOTS "${ROOTS}")

function(copy_includes_of file)
  file(STRINGS ${file} includes REGEX "^#include [<\"]locksmith/")
  foreach(include IN LISTS includes)
    string(REGEX REPLACE "^#include .(locksmith/[^>\"]+).*" "\\1" header "${include}")
    copy(${header})
  endforeach()
endfunction()

function(copy header)
  if(NOT EXISTS ${place}/${header})
    unset(found)
    find_file(found ${header} PATHS ${ROOTS} REQUIRED NO_DEFAULT_PATH NO_CACHE)
    get_filename_component(folder ${place}/${header} DIRECTORY)
    file(COPY ${found} DESTINATION ${folder})
    copy_includes_of(${found})
  endif()
endfunction()

function(compile)
  execute_process(
    COMMAND ${CXX} -std=c++20 -Wall -Wextra -Werror -pthread -I. ${ARGN}
    WORKING_DIRECTORY ${place} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(REMOVE_RECURSE ${PLACE})
foreach(header IN LISTS HEADERS)
  string(MAKE_C_IDENTIFIER ${header} name)
  set(place ${PLACE}/${name})
  copy(${header})
  file(WRITE ${place}/main.cpp "#include <${header}>\nint main() {}\n")
  compile(-fsyntax-only main.cpp)
endforeach()

set(place ${PLACE}/program)
file(COPY ${MAIN} DESTINATION ${place})
copy_includes_of(${MAIN})
compile(main.cpp -o program)
execute_process(COMMAND ${place}/program COMMAND_ERROR_IS_FATAL ANY)
