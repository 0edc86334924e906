# SPDX-License-Identifier: MIT
# locksmith::locksmith is all chapters in one. A project that stands alone is
# installed too: find_package(locksmith [COMPONENTS <chapter>...]).
get_property(libraries GLOBAL PROPERTY LOCKSMITH_LIBRARIES)
add_library(locksmith_all INTERFACE)
add_library(locksmith::locksmith ALIAS locksmith_all)
set_target_properties(locksmith_all PROPERTIES EXPORT_NAME locksmith)
target_link_libraries(locksmith_all INTERFACE ${libraries})

if(NOT LOCKSMITH_INSTALL)
  return()
endif()

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
# Headers alone are the same on every machine, hence share and not lib.
set(place ${CMAKE_INSTALL_DATADIR}/cmake/locksmith)
set(config ${PROJECT_BINARY_DIR}/locksmith-config.cmake)
set(version ${PROJECT_BINARY_DIR}/locksmith-config-version.cmake)
file(CONFIGURE OUTPUT ${config} CONTENT [[
include(CMakeFindDependencyMacro)
find_dependency(Threads)
include(${CMAKE_CURRENT_LIST_DIR}/locksmith-targets.cmake)
foreach(component IN LISTS locksmith_FIND_COMPONENTS)
  if(TARGET locksmith::${component})
    set(locksmith_${component}_FOUND TRUE)
  elseif(locksmith_FIND_REQUIRED_${component})
    set(locksmith_FOUND FALSE)
    set(locksmith_NOT_FOUND_MESSAGE "locksmith has no chapter '${component}'")
  endif()
endforeach()
]] @ONLY)
write_basic_package_version_file(
  ${version} COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)

install(TARGETS ${libraries} locksmith_all EXPORT locksmith FILE_SET HEADERS)
install(EXPORT locksmith NAMESPACE locksmith:: FILE locksmith-targets.cmake
        DESTINATION ${place})
install(FILES ${config} ${version} DESTINATION ${place})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
