# SPDX-License-Identifier: MIT
# Peers from the distribution, measured if they are installed.
#
# reclamation_bench_peer(<name> HEADER <file> PACKAGE <name> LIBRARIES <name>...)
function(reclamation_bench_peer name)
  cmake_parse_arguments(arg "" "HEADER;PACKAGE" "LIBRARIES" ${ARGN})
  find_path(RECLAMATION_BENCH_${name}_HEADERS ${arg_HEADER})
  set(found ${RECLAMATION_BENCH_${name}_HEADERS})
  foreach(library IN LISTS arg_LIBRARIES)
    find_library(RECLAMATION_BENCH_${name}_${library} ${library})
    list(APPEND found ${RECLAMATION_BENCH_${name}_${library}})
    list(APPEND libraries ${RECLAMATION_BENCH_${name}_${library}})
  endforeach()
  if(found MATCHES "NOTFOUND")
    message(STATUS "reclamation_bench: without ${arg_HEADER} (Debian, Ubuntu: "
                   "package ${arg_PACKAGE})")
    target_compile_definitions(reclamation_bench
                               PRIVATE RECLAMATION_BENCH_${name}=0)
    return()
  endif()
  target_link_libraries(reclamation_bench PRIVATE ${libraries})
  target_compile_definitions(reclamation_bench
                             PRIVATE RECLAMATION_BENCH_${name}=1)
endfunction()

reclamation_bench_peer(URCU HEADER urcu/urcu-qsbr.h PACKAGE liburcu-dev LIBRARIES
                       urcu-qsbr urcu-common)
reclamation_bench_peer(CDS HEADER cds/gc/hp.h PACKAGE libcds-dev LIBRARIES cds)
# The headers of Concurrency Kit are C, and convert from void*: only g++ can be
# made to take them.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  reclamation_bench_peer(CK HEADER ck_epoch.h PACKAGE libck-dev LIBRARIES ck)
  set_source_files_properties(reclamation_bench.cpp PROPERTIES COMPILE_OPTIONS
                                                               -fpermissive)
else()
  target_compile_definitions(reclamation_bench PRIVATE RECLAMATION_BENCH_CK=0)
endif()
