// SPDX-License-Identifier: MIT
#include "compilers/traits.hpp"

#include <array>
#include <cctype>
#include <sstream>
#include <utility>

#include "text/nearest_words.hpp"

namespace compiler_explorer {
namespace {

using name_pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<name_pair, 33> architectures{{
    {"x86-64", "x86-64"},     {"x86_64", "x86-64"},
    {"amd64", "x86-64"},      {"x64", "x86-64"},
    {"x86", "x86"},           {"i386", "x86"},
    {"arm64", "arm64"},       {"aarch64", "arm64"},
    {"armv8-a", "arm64"},     {"arm32", "arm"},
    {"arm", "arm"},           {"armv7-a", "arm"},
    {"riscv64", "riscv64"},   {"rv64", "riscv64"},
    {"rv64gc", "riscv64"},    {"riscv", "riscv64"},
    {"riscv32", "riscv32"},   {"rv32", "riscv32"},
    {"rv32gc", "riscv32"},    {"ppc64le", "ppc64le"},
    {"power64le", "ppc64le"}, {"ppc64", "ppc64"},
    {"power64", "ppc64"},     {"ppc", "ppc"},
    {"power", "ppc"},         {"powerpc", "ppc"},
    {"s390x", "s390x"},       {"mips", "mips"},
    {"mips64", "mips64"},     {"loongarch64", "loongarch64"},
    {"sparc", "sparc"},       {"sparc64", "sparc64"},
    {"avr", "avr"},
}};

constexpr std::array<name_pair, 6> families{{
    {"gcc", "gcc"},
    {"g++", "gcc"},
    {"clang", "clang"},
    {"clang++", "clang"},
    {"msvc", "msvc"},
    {"cl", "msvc"},
}};

template <typename Table>
std::string look_up(const Table& table, std::string_view name) {
  for (const auto& [key, value] : table) {
    if (key == name) return std::string{value};
  }
  return {};
}

// Part of a name that says how wide the architecture is: "RISC-V (64-bits)".
bool is_width(std::string_view word) {
  return word == "64" || word == "32" || word == "(64-bits)" ||
         word == "(32-bits)" || word == "risc-v";
}

bool is_version(std::string_view word) {
  if (word.starts_with('v')) word.remove_prefix(1);
  return word == "(trunk)" || word == "trunk" ||
         (!word.empty() &&
          std::isdigit(static_cast<unsigned char>(word.front())) != 0);
}

// Of architectures that share a field's value, the name tells which it is.
std::string architecture_of(const compiler& described, std::string_view named) {
  const std::string by_field = architecture_called(described.instruction_set);
  const bool ambiguous = by_field.empty() || by_field == "x86-64" ||
                         by_field == "ppc" || by_field == "mips" ||
                         by_field == "sparc";
  return ambiguous && !named.empty() ? std::string{named} : by_field;
}

}  // namespace

std::string architecture_called(std::string_view name) {
  return look_up(architectures, name);
}

std::string family_called(std::string_view name) {
  const std::string known = look_up(families, name);
  return known.empty() ? std::string{name} : known;
}

traits traits_of(const compiler& described) {
  traits result;
  result.plain = true;
  std::string named;
  std::istringstream words{text::lower(described.name)};
  for (std::string word; words >> word;) {
    const std::string architecture = architecture_called(word);
    const std::string family = look_up(families, word);
    if (!architecture.empty() && result.family.empty()) {
      named = architecture;
    } else if (!family.empty() && result.family.empty()) {
      result.family = family;
    } else if (is_version(word) && !result.family.empty()) {
      if (result.named.numbers.empty()) result.named = read_version(word);
    } else if (!is_width(word) || !result.family.empty()) {
      result.plain = false;
    }
  }
  if (described.type.starts_with("win32-vc")) result.family = "msvc";
  // Of the family by name alone: "clang-intel" is no clang.
  if (described.type.starts_with("clang-")) result.family = described.type;
  result.architecture = architecture_of(described, named);
  result.number = read_version(described.version);
  if (result.number.numbers.empty()) result.number = result.named;
  return result;
}

}  // namespace compiler_explorer
