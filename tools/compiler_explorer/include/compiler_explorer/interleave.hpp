// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "compiler_explorer/result.hpp"

namespace compiler_explorer {

/// A run of instructions that one source line is the origin of.
struct assembly_block {
  /// Empty: the request's source. Else a header: the instructions of an atomic
  /// operation, say, are those of a line in the standard library.
  std::string file;
  int line = 0;           ///< In that file; 0: of no line that is known.
  std::string source;     ///< That line's text; of headers it is not known.
  std::size_t first = 0;  ///< Index into the assembly.
  std::size_t count = 0;  ///< At least 1.
};

/// Cuts the assembly, in its order, into blocks of one source line. Labels
/// begin the block of the instruction that follows them. A line number that
/// the source does not have counts as none: disassembly knows such.
[[nodiscard]] std::vector<assembly_block> blocks_of(
    std::string_view source, const std::vector<assembly_line>& assembly);

/// What stands above a block: "2 | return n * n;", or of a header
/// "<atomic_base.h>:501". Empty if no line is known.
[[nodiscard]] std::string heading_of(const assembly_block& block);

/// The assembly with each source line above what it became:
///
///     ; 2 | return n * n;
///             imul    edi, edi
///     ; <atomic_base.h>:501
///             mov     eax, DWORD PTR a[rip]
///
/// @param comment Begins a line with source: ";" or "#".
[[nodiscard]] std::string interleaved(
    std::string_view source, const std::vector<assembly_line>& assembly,
    std::string_view comment = ";");

}  // namespace compiler_explorer
