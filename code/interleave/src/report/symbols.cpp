// SPDX-License-Identifier: MIT
#include "report/symbols.hpp"

#include <cxxabi.h>
#include <link.h>

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>

#include "abi/modules.hpp"

namespace interleave::engine {
namespace {

std::string demangle(const char* name) {
  int status = 0;
  char* const result = abi::__cxa_demangle(name, nullptr, nullptr, &status);
  std::string text = result != nullptr ? result : name;
  std::free(result);
  return text;
}

template <typename T>
T at(const std::string& file, std::size_t offset) {
  T value{};
  if (offset + sizeof value <= file.size()) {
    std::memcpy(&value, file.data() + offset, sizeof value);
  }
  return value;
}

}  // namespace

Symbols::Symbols() {
  std::ifstream stream{"/proc/self/exe", std::ios::binary};
  const std::string file{std::istreambuf_iterator<char>{stream}, {}};
  const auto header = at<ElfW(Ehdr)>(file, 0);
  for (unsigned k = 0; k < header.e_shnum; ++k) {
    const auto table = at<ElfW(Shdr)>(
        file, header.e_shoff + std::size_t{k} * header.e_shentsize);
    if (table.sh_type != SHT_SYMTAB || table.sh_entsize == 0) {
      continue;
    }
    const auto names = at<ElfW(Shdr)>(
        file, header.e_shoff + std::size_t{table.sh_link} * header.e_shentsize);
    for (std::size_t s = 0; s < table.sh_size / table.sh_entsize; ++s) {
      const auto symbol =
          at<ElfW(Sym)>(file, table.sh_offset + s * table.sh_entsize);
      const std::size_t name = names.sh_offset + symbol.st_name;
      if (ELF64_ST_TYPE(symbol.st_info) == STT_OBJECT && symbol.st_size > 0 &&
          name < file.size()) {
        variables_.push_back({symbol.st_value + Modules::program_base(),
                              symbol.st_size, file.c_str() + name});
      }
    }
  }
}

std::string Symbols::name(std::uintptr_t address) const {
  for (const Variable& variable : variables_) {
    const std::uintptr_t offset = address - variable.begin;
    if (offset < variable.size) {
      const std::string text = demangle(variable.name.c_str());
      return offset == 0 ? text : text + "+" + std::to_string(offset);
    }
  }
  return {};
}

}  // namespace interleave::engine
