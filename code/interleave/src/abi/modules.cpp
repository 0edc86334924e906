// SPDX-License-Identifier: MIT
#include "abi/modules.hpp"

#include <link.h>
#include <malloc.h>

#include <algorithm>
#include <cstring>

#include "heap/bytes.hpp"

namespace interleave::engine {

Modules::Range Modules::c_library_;
Modules::Range Modules::program_;
std::uintptr_t Modules::program_base_ = 0;

struct ModuleVisitor {
  static int visit(dl_phdr_info* info, std::size_t, void*) {
    std::uintptr_t begin = ~std::uintptr_t{0};
    std::uintptr_t end = 0;
    for (unsigned k = 0; k < info->dlpi_phnum; ++k) {
      const ElfW(Phdr)& header = info->dlpi_phdr[k];
      if (header.p_type == PT_LOAD) {
        const std::uintptr_t at = info->dlpi_addr + header.p_vaddr;
        begin = std::min(begin, at);
        end = std::max(end, at + header.p_memsz);
      }
    }
    if (begin >= end) {
      return 0;
    }
    const char* const name = info->dlpi_name;
    if (name == nullptr || *name == '\0') {
      if (Modules::program_.size == 0) {
        Modules::program_ = {begin, end - begin};
        Modules::program_base_ = info->dlpi_addr;
      }
    } else if (std::strstr(name, "/libc.so") != nullptr ||
               std::strstr(name, "/libc-") != nullptr) {
      Modules::c_library_ = {begin, end - begin};
    }
    return 0;
  }
};

void Modules::detect() {
  program_ = {};
  dl_iterate_phdr(ModuleVisitor::visit, nullptr);
}

std::size_t Modules::usable_size(void* block) {
  return malloc_usable_size(block);
}

}  // namespace interleave::engine
