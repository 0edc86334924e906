// SPDX-License-Identifier: MIT
#include "compiler_explorer/resolve.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "compiler_explorer/client.hpp"
#include "support/error_of.hpp"
#include "support/scripted_transport.hpp"

namespace {

using compiler_explorer::compare_versions;
using compiler_explorer::compiler;
using compiler_explorer::resolve;
using strings = std::vector<std::string>;

compiler entry(const std::string& id, const std::string& name,
               const std::string& version, const std::string& set,
               const std::string& type = "", bool stable = true) {
  compiler result;
  result.id = id;
  result.name = name;
  result.version = version;
  result.instruction_set = set;
  result.type = type;
  result.stable = stable;
  result.runs_programs = set == "amd64";
  return result;
}

// In the manner of the public site, in an order that helps nobody.
const std::vector<compiler> public_site = {
    entry("g950", "x86-64 gcc 9.5", "9.5", "amd64"),
    entry("gsnapshot", "x86-64 gcc (trunk)", "(trunk)", "amd64", "", false),
    entry("g162", "x86-64 gcc 16.2", "16.2", "amd64"),
    entry("g144assert", "x86-64 gcc 14.4 (assertions)", "14.4 (assertions)",
          "amd64"),
    entry("g144", "x86-64 gcc 14.4", "14.4", "amd64"),
    entry("g142", "x86-64 gcc 14.2", "14.2", "amd64"),
    entry("mingw99", "MinGW gcc 99.1.0", "99.1.0", "amd64"),
    entry("gcontracts", "x86-64 gcc (contracts)", "(contracts)", "amd64", "",
          false),
    entry("clang2210", "x86-64 clang 22.1.0", "22.1.0", "amd64", "clang"),
    entry("clang1910", "x86-64 clang 19.1.0", "19.1.0", "amd64", "clang"),
    entry("clang_trunk", "x86-64 clang (trunk)", "(trunk)", "amd64", "clang",
          false),
    entry("icx202520", "x86-64 icx 2025.2.0", "2025.2.0", "amd64",
          "clang-intel"),
    entry("arm64g1610", "ARM64 gcc 16.1.0", "16.1.0", "aarch64"),
    entry("armg1610", "ARM gcc 16.1.0", "16.1.0", "arm32"),
    entry("armv8-clang2210", "armv8-a clang 22.1.0", "22.1.0", "aarch64",
          "clang"),
    entry("rv64-gcc1610", "RISC-V (64-bits) gcc 16.1.0", "16.1.0", "riscv64"),
    entry("rv32-gcc1610", "RISC-V (32-bits) gcc 16.1.0", "16.1.0", "riscv32"),
    entry("rv64-clang2210", "RISC-V rv64gc clang 22.1.0", "22.1.0", "riscv64",
          "clang"),
    entry("ppcg1610", "power gcc 16.1.0", "16.1.0", "powerpc"),
    entry("ppc64g1610", "power64 gcc 16.1.0", "16.1.0", "powerpc"),
    entry("ppc64leg1610", "power64le gcc 16.1.0", "16.1.0", "powerpc"),
    entry("avrg1610", "AVR gcc 16.1.0", "16.1.0", "avr"),
    entry("vcpp_v19_latest_x86", "x86 msvc v19.latest", "19.51", "amd64",
          "win32-vc"),
    entry("vcpp_v19_latest_x64", "x64 msvc v19.latest", "14.51", "amd64",
          "win32-vc"),
    entry("vcpp_v19_44_VS17_14_x64", "x64 msvc v19.44 VS17.14", "14.44",
          "amd64", "win32-vc"),
    entry("vcpp_v19_latest_arm64", "arm64 msvc v19.latest", "14.51", "aarch64",
          "win32-vc"),
};

TEST(Resolve, FriendlyNamesMeanTheNewestStable) {
  const std::vector<std::pair<std::string, std::string>> expected = {
      {"gcc", "g162"},
      {"g++", "g162"},
      {"GCC", "g162"},
      {"gcc-latest", "g162"},
      {"x86-64-gcc", "g162"},
      {"x86_64 gcc", "g162"},
      {"gcc-14", "g144"},
      {"gcc14", "g144"},
      {"gcc-14.2", "g142"},
      {"g++-9", "g950"},
      {"gcc-trunk", "gsnapshot"},
      {"gcc-snapshot", "gsnapshot"},
      {"clang", "clang2210"},
      {"clang++", "clang2210"},
      {"clang-19", "clang1910"},
      {"clang-19.1.0", "clang1910"},
      {"clang-trunk", "clang_trunk"},
      {"arm64-gcc", "arm64g1610"},
      {"aarch64-gcc-16", "arm64g1610"},
      {"arm-gcc", "armg1610"},
      {"arm64-clang", "armv8-clang2210"},
      {"riscv64-gcc", "rv64-gcc1610"},
      {"riscv32-gcc", "rv32-gcc1610"},
      {"riscv64-clang", "rv64-clang2210"},
      {"ppc64le-gcc", "ppc64leg1610"},
      {"power64le-gcc", "ppc64leg1610"},
      {"ppc64-gcc", "ppc64g1610"},
      {"ppc-gcc", "ppcg1610"},
      {"avr-gcc", "avrg1610"},
      {"msvc", "vcpp_v19_latest_x64"},
      {"x86-msvc", "vcpp_v19_latest_x86"},
      {"arm64-msvc", "vcpp_v19_latest_arm64"},
      {"msvc-19.44", "vcpp_v19_44_VS17_14_x64"},
  };
  for (const auto& [name, id] : expected) {
    EXPECT_EQ(resolve(name, public_site).id, id) << name;
  }
}

TEST(Resolve, ExactNamesComeFirst) {
  EXPECT_EQ(resolve("g142", public_site).id, "g142");
  EXPECT_EQ(resolve("G142", public_site).id, "g142");
  EXPECT_EQ(resolve("x86-64 gcc 14.4 (assertions)", public_site).id,
            "g144assert");
  EXPECT_EQ(resolve("gcontracts", public_site).id, "gcontracts");
  compiler named = entry("other", "x86-64 gcc 1.0", "1.0", "amd64");
  named.aliases = {"gcc", "old"};
  auto with_alias = public_site;
  with_alias.push_back(named);
  EXPECT_EQ(resolve("gcc", with_alias).id, "other");
  EXPECT_EQ(resolve("old", with_alias).id, "other");
}

TEST(Resolve, UnknownNamesGetTheNearest) {
  const auto what = [](const char* name) {
    return std::string{support::error_of([&] {
                         return resolve(name, public_site).id;
                       }).what()};
  };
  EXPECT_EQ(what("clnag"),
            "There is no compiler 'clnag'. Did you mean 'clang'?");
  EXPECT_NE(what("gcc-17").find("'gcc-14'"), std::string::npos);
  EXPECT_NE(what("arm46-gcc").find("'arm64-gcc'"), std::string::npos);
  EXPECT_EQ(what("xyzzy-plugh-quux"),
            "There is no compiler 'xyzzy-plugh-quux'.");
  for (const char* name : {"", "-", "gcc-", "gcc-x", "gcc--14", "14", "sparc",
                           "gcc-14-", "s390x-gcc", "clang-1"}) {
    static_cast<void>(what(name));
  }
  static_cast<void>(what(std::string(100'000, 'x').c_str()));
}

TEST(Resolve, SelfHostedServers) {
  for (const char* sample : {"compilers_fields", "compilers_json"}) {
    const auto list = support::client_of(support::replay({sample})).compilers();
    EXPECT_EQ(resolve("gcc", list).id, "g12");
    EXPECT_EQ(resolve("gcc-12", list).id, "g12");
    EXPECT_EQ(resolve("clang", list).id, "clang19");
    EXPECT_EQ(resolve("clang-14", list).id, "clang14");
    EXPECT_EQ(resolve("arm64-gcc", list).id, "arm64g12");
    EXPECT_EQ(resolve("riscv64-gcc", list).id, "rv64g12");
    EXPECT_EQ(resolve("ppc64le-gcc", list).id, "ppc64leg12");
  }
}

TEST(Resolve, AServerOfAnotherKindOfMachine) {
  auto native = entry("g12", "gcc 12.2", "12.2", "aarch64");
  native.runs_programs = true;
  EXPECT_EQ(resolve("gcc", {native}).id, "g12");
}

TEST(Versions, AreComparedNumberByNumber) {
  const strings rising = {"(trunk)", "9.4",   "9.10",       "14.2-rc1",
                          "14.2",    "14.10", "19.1.0-rc2", "19.1"};
  for (std::size_t left = 0; left < rising.size(); ++left) {
    for (std::size_t right = 0; right < rising.size(); ++right) {
      EXPECT_EQ(compare_versions(rising[left], rising[right]) < 0, left < right)
          << rising[left] << ' ' << rising[right];
    }
  }
  EXPECT_TRUE(compare_versions("14.2", "14.2.0") == 0);
  EXPECT_TRUE(compare_versions("v14.2", "14.2") == 0);
  EXPECT_TRUE(compare_versions("12.2 (default)", "12.2") < 0);
  EXPECT_TRUE(compare_versions("", "(trunk)") > 0);
  EXPECT_TRUE(compare_versions("99999999999999999999", "1") < 0);
}

}  // namespace
