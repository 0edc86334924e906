# SPDX-License-Identifier: MIT
# locksmith_missing(<out> <what> <found variable>:<package>...)
#
# Sets <out> to the packages of which the variable is not true; if there are any,
# says that <what> is not built.
function(locksmith_missing out what)
  set(missing "")
  foreach(needed IN LISTS ARGN)
    string(REPLACE ":" ";" needed ${needed})
    list(GET needed 0 found)
    list(GET needed 1 package)
    if(NOT ${found})
      list(APPEND missing ${package})
    endif()
  endforeach()
  if(missing)
    list(JOIN missing " " packages)
    message(STATUS "${what} is not built. It needs: apt install ${packages}")
  endif()
  set(${out} "${missing}" PARENT_SCOPE)
endfunction()
