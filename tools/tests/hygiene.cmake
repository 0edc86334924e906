# SPDX-License-Identifier: MIT
# cmake -D SOURCE=... -P hygiene.cmake
#
# What no file may hold, what each must, and what the top level is made of.
cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/tracked_files.cmake)
set(top README.md LICENSE CMakeLists.txt CMakePresets.json book chapters code
        exercises solutions tools)
set(source "\\.([ch]pp|py|js|css|sh|cmake)$|CMakeLists\\.txt$|^tools/(read|test|locksmith)$")
set(licence "^(#![^\n]*\n)?(//|#|/\\*) SPDX-License-Identifier: MIT")
# Each with a [bracket], so as not to find itself.
set(banned "(^|[^A-Za-z0-9_.~-])/([t]mp|[w]ork|[r]oot|[h]ome)/"
           "[f]iles\\.pythonhosted" "[p]ypi\\.org/simple"
           "[r]egistry\\.npmjs" "[d]eb\\.debian\\.org" "[a]rchive\\.ubuntu\\.com")
set(complaints "")

foreach(file IN LISTS tracked)
  string(REGEX MATCH "^[^/]+" first ${file})
  if(NOT first IN_LIST top AND NOT first MATCHES "^\\.")
    list(APPEND complaints "${file}: does not belong at the top level")
  endif()
  if(NOT EXISTS ${SOURCE}/${file} OR file MATCHES "\\.(png|woff2?)$")
    continue()
  endif()
  file(READ ${SOURCE}/${file} text)
  foreach(pattern IN LISTS banned)
    if(text MATCHES "${pattern}")
      list(APPEND complaints
           "${file}: names a place of one machine or network: ${CMAKE_MATCH_0}")
    endif()
  endforeach()
  if(file MATCHES "${source}" AND NOT text MATCHES "${licence}")
    list(APPEND complaints
         "${file}: does not begin with SPDX-License-Identifier: MIT")
  endif()
endforeach()

if(complaints)
  list(JOIN complaints "\n  " complaints)
  message(FATAL_ERROR "These files are not as they should be:\n  ${complaints}")
endif()
