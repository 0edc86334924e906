# SPDX-License-Identifier: MIT
# liburcu, measured in four flavours if it is installed.
find_path(RCU_BENCH_URCU_HEADERS urcu/urcu-memb.h)
set(flavours)
foreach(flavour memb mb bp qsbr common)
  find_library(RCU_BENCH_URCU_${flavour} urcu-${flavour})
  list(APPEND flavours ${RCU_BENCH_URCU_${flavour}})
endforeach()
if(RCU_BENCH_URCU_HEADERS AND NOT flavours MATCHES "NOTFOUND")
  target_link_libraries(rcu_bench PRIVATE ${flavours})
  target_compile_definitions(rcu_bench PRIVATE RCU_BENCH_URCU=1)
else()
  message(STATUS "rcu_bench: without liburcu (Debian, Ubuntu: package "
                 "liburcu-dev)")
  target_compile_definitions(rcu_bench PRIVATE RCU_BENCH_URCU=0)
endif()
