// SPDX-License-Identifier: MIT
// g++: conversion from 'int' to non-scalar type
// clang: no viable conversion from 'int' to
#include <locksmith/byte_semaphore.hpp>

#ifdef WRONG
locksmith::byte_semaphore tokens = 1;
#else
locksmith::byte_semaphore tokens{1};
#endif
