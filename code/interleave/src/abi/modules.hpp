// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

namespace interleave::engine {

/// Which part of the process an address belongs to.
class Modules {
 public:
  /// Finds out; to be called before the others.
  static void detect();

  static bool in_c_library(std::uintptr_t address) {
    return address - c_library_.begin < c_library_.size;
  }
  static bool in_program(std::uintptr_t address) {
    return address - program_.begin < program_.size;
  }
  /// Where the program was loaded: addresses in files count from there.
  static std::uintptr_t program_base() { return program_base_; }

  /// How much a block of the C library's heap holds.
  static std::size_t usable_size(void* block);

 private:
  struct Range {
    std::uintptr_t begin = 0;
    std::size_t size = 0;
  };
  friend struct ModuleVisitor;

  static Range c_library_;
  static Range program_;
  static std::uintptr_t program_base_;
};

}  // namespace interleave::engine
