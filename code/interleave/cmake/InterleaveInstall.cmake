# SPDX-License-Identifier: MIT
# find_package(interleave) for other projects. As a part of another project it is
# installed on request alone: cmake --install <build> --component interleave.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/interleave)
set(part COMPONENT interleave)
if(NOT PROJECT_IS_TOP_LEVEL)
  list(APPEND part EXCLUDE_FROM_ALL)
endif()
install(TARGETS interleave interleave_instrumented EXPORT interleave ${part})
if(TARGET interleave_gtest)
  install(TARGETS interleave_gtest EXPORT interleave ${part})
endif()
install(DIRECTORY include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} ${part})
install(EXPORT interleave NAMESPACE interleave:: DESTINATION ${package}
  FILE interleaveTargets.cmake ${part})
configure_package_config_file(cmake/interleaveConfig.cmake.in
  ${PROJECT_BINARY_DIR}/interleaveConfig.cmake INSTALL_DESTINATION ${package})
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/interleaveConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/interleaveConfig.cmake
  ${PROJECT_BINARY_DIR}/interleaveConfigVersion.cmake
  cmake/InterleaveAvailable.cmake cmake/InterleaveAddTest.cmake
  DESTINATION ${package} ${part})
