# SPDX-License-Identifier: MIT
# find_package(interleave) for other projects.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/interleave)
install(TARGETS interleave interleave_instrumented EXPORT interleave)
if(TARGET interleave_gtest)
  install(TARGETS interleave_gtest EXPORT interleave)
endif()
install(DIRECTORY include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT interleave NAMESPACE interleave:: DESTINATION ${package}
  FILE interleaveTargets.cmake)
configure_package_config_file(cmake/interleaveConfig.cmake.in
  ${PROJECT_BINARY_DIR}/interleaveConfig.cmake INSTALL_DESTINATION ${package})
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/interleaveConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/interleaveConfig.cmake
  ${PROJECT_BINARY_DIR}/interleaveConfigVersion.cmake
  cmake/InterleaveAvailable.cmake cmake/InterleaveAddTest.cmake
  DESTINATION ${package})
