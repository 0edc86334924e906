// SPDX-License-Identifier: MIT
// g++: conversion from 'int' to non-scalar type
// clang: no viable conversion from 'int' to
#include <locksmith/semaphore.hpp>

#ifdef WRONG
locksmith::counting_semaphore<> tokens = 1;
#else
locksmith::counting_semaphore<> tokens{1};
#endif
