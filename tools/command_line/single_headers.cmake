# SPDX-License-Identifier: MIT
# The target locksmith_single_headers: every header that can be copied, as one
# file that stands alone, in the folder single_headers of the build, and their
# checksums in SHA256SUMS. It is built when it is asked for.
add_executable(fold_headers src/copy/main.cpp)
locksmith_warnings(fold_headers)
target_link_libraries(fold_headers PRIVATE locksmith_single_header)

get_property(libraries GLOBAL PROPERTY LOCKSMITH_LIBRARIES)
foreach(library IN LISTS libraries)
  get_target_property(root ${library} HEADER_DIRS)
  get_target_property(files ${library} HEADER_SET)
  list(APPEND roots ${root})
  list(APPEND originals ${files})
  foreach(file IN LISTS files)
    file(RELATIVE_PATH header ${root} ${file})
    if(NOT header MATCHES "/detail/")
      get_filename_component(name ${header} NAME)
      list(APPEND headers ${header})
      list(APPEND singles ${name})
    endif()
  endforeach()
endforeach()

set(place ${PROJECT_BINARY_DIR}/single_headers)
list(TRANSFORM singles PREPEND ${place}/ OUTPUT_VARIABLE outputs)
add_custom_command(
  OUTPUT ${outputs} ${place}/SHA256SUMS
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${place}
  COMMAND fold_headers ${PROJECT_VERSION} ${place} ${roots} -- ${headers}
  COMMAND ${CMAKE_COMMAND} -E chdir ${place} ${CMAKE_COMMAND} -E sha256sum
          ${singles} > ${place}/SHA256SUMS
  DEPENDS ${originals} fold_headers
  COMMENT "Folding headers into single files"
  VERBATIM)
add_custom_target(locksmith_single_headers DEPENDS ${place}/SHA256SUMS)
