// SPDX-License-Identifier: MIT
#include "fibers/thread_locals.hpp"

#include <link.h>

#include <algorithm>
#include <memory>

#include "fibers/context.hpp"

namespace interleave::engine {
namespace {

/// The program's own segment of thread-local memory. Libraries have theirs.
struct Segment {
  std::uintptr_t address = 0;  ///< In the thread that asks.
  std::size_t size = 0;
};

int find_segment(dl_phdr_info* info, std::size_t /*size*/, void* argument) {
  auto& segment = *static_cast<Segment*>(argument);
  for (unsigned k = 0; k < info->dlpi_phnum; ++k) {
    if (info->dlpi_phdr[k].p_type == PT_TLS && info->dlpi_tls_data != nullptr) {
      segment.address = reinterpret_cast<std::uintptr_t>(info->dlpi_tls_data);
      segment.size = info->dlpi_phdr[k].p_memsz;
    }
  }
  return 1;  // The program comes first.
}

}  // namespace

void ThreadLocals::save(unsigned thread, std::uintptr_t pointer) {
  Segment segment;
  dl_iterate_phdr(find_segment, &segment);
  Copy& copy = copies_[thread];
  // NOLINTNEXTLINE(performance-no-int-to-ptr)
  copy.at = reinterpret_cast<std::byte*>(segment.address - thread_pointer() +
                                         pointer);
  copy.bytes.assign(copy.at, copy.at + segment.size);
}

void ThreadLocals::restore(unsigned thread) const {
  const Copy& copy = copies_[thread];
  std::ranges::copy(copy.bytes, copy.at);
}

std::span<const std::uintptr_t> ThreadLocals::words(unsigned thread) const {
  const Copy& copy = copies_[thread];
  void* at = copy.at;
  std::size_t size = copy.bytes.size();
  constexpr std::size_t word = sizeof(std::uintptr_t);
  if (size < word || std::align(word, word, at, size) == nullptr) return {};
  return {static_cast<const std::uintptr_t*>(at), size / word};
}

}  // namespace interleave::engine
