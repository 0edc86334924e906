// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace compiler_explorer {

struct language {
  std::string id;                       ///< "c++"
  std::string name;                     ///< "C++"
  std::vector<std::string> extensions;  ///< ".cpp", ".hpp"
};

/// A compiler of a server. What the server does not say is empty or false.
struct compiler {
  std::string id;                      ///< "g142": what requests name it by.
  std::string name;                    ///< "x86-64 gcc 14.2": for people.
  std::string version;                 ///< "14.2", "(trunk)", or empty.
  std::string instruction_set;         ///< "amd64", "aarch64", "powerpc".
  std::string type;                    ///< "" for gcc, "clang", "win32-vc".
  std::vector<std::string> aliases;    ///< Other ids that requests may use.
  std::vector<std::string> libraries;  ///< Ids it can use; empty: all.
  bool runs_programs = false;
  bool stable = true;  ///< A release: no nightly build, no experiment.
};

struct library_version {
  std::string id;       ///< "1200": what requests name it by.
  std::string version;  ///< "12.0.0": for people.
};

struct library {
  std::string id;
  std::string name;
  std::vector<library_version> versions;
};

}  // namespace compiler_explorer
