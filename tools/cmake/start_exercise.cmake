# SPDX-License-Identifier: MIT
# cmake -D FROM=<starting file> -D TO=<answer> -P start_exercise.cmake
#
# Copies the starting file to the reader's answer, once and never again.
cmake_minimum_required(VERSION 3.25)
if(NOT EXISTS ${TO})
  get_filename_component(dir ${TO} DIRECTORY)
  file(MAKE_DIRECTORY ${dir})
  file(COPY_FILE ${FROM} ${TO})
  message(STATUS "Your answer: ${TO}")
endif()
