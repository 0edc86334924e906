# SPDX-License-Identifier: MIT
# cmake -D COMPILE=<compiler and flags> -D PLACE=<folder of headers> -D WORK=...
#       -P compile_copies.cmake
#
# Compiles each header alone, and all of them, in both orders, in one program of
# two files. A copy of another version beside one of this is refused.
cmake_minimum_required(VERSION 3.25)
file(GLOB headers RELATIVE ${PLACE} ${PLACE}/*.hpp)
if(NOT headers)
  message(FATAL_ERROR "There are no headers in ${PLACE}")
endif()
file(REMOVE_RECURSE ${WORK})

function(compile source)
  execute_process(COMMAND ${COMPILE} -I${PLACE} ${ARGN} ${WORK}/${source}
                  RESULT_VARIABLE result ERROR_VARIABLE said)
  set(said "${said}" PARENT_SCOPE)
  set(result "${result}" PARENT_SCOPE)
endfunction()

function(must_compile source)
  compile(${source} ${ARGN})
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${source} does not compile:\n${said}")
  endif()
endfunction()

foreach(header IN LISTS headers)
  file(WRITE ${WORK}/${header}.cpp "#include \"${header}\"\n")
  must_compile(${header}.cpp -fsyntax-only)
endforeach()

list(TRANSFORM headers REPLACE "(.+)" "#include \"\\1\"\n" OUTPUT_VARIABLE all)
list(JOIN all "" text)
file(WRITE ${WORK}/forth.cpp "${text}int main() {}\n")
list(REVERSE all)
list(JOIN all "" text)
file(WRITE ${WORK}/back.cpp "${text}")
must_compile(forth.cpp ${WORK}/back.cpp -o ${WORK}/program)

# The same file in two places, and one of another version.
file(READ ${PLACE}/semaphore.hpp text)
file(WRITE ${WORK}/again/semaphore.hpp "${text}")
file(WRITE ${WORK}/twice.cpp
     "#include \"semaphore.hpp\"\n#include \"again/semaphore.hpp\"\n")
must_compile(twice.cpp -fsyntax-only)
string(REGEX REPLACE "(LOCKSMITH_FOLDED_FUTEX( !=)?) 0x[0-9A-F]+" "\\1 0x12345678"
       other "${text}")
file(WRITE ${WORK}/other/semaphore.hpp "${other}")
file(WRITE ${WORK}/mixed.cpp
     "#include \"parker.hpp\"\n#include \"other/semaphore.hpp\"\n")
compile(mixed.cpp -fsyntax-only)
if(result EQUAL 0 OR NOT said MATCHES "two versions of locksmith/futex.hpp")
  message(FATAL_ERROR "Two versions in one program were not refused:\n${said}")
endif()
