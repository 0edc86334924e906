// SPDX-License-Identifier: MIT
#include "links/zlib_text.hpp"

#include <zlib.h>

#include <algorithm>
#include <new>

namespace compiler_explorer::links {

std::string compress(std::string_view bytes) {
  auto size = ::compressBound(bytes.size());
  std::string data(size, '\0');
  const int done = ::compress2(reinterpret_cast<Bytef*>(data.data()), &size,
                               reinterpret_cast<const Bytef*>(bytes.data()),
                               bytes.size(), Z_BEST_COMPRESSION);
  if (done != Z_OK) throw std::bad_alloc{};  // nothing else can happen
  data.resize(size);
  return data;
}

std::optional<std::string> decompress(std::string_view data, std::size_t most) {
  std::string bytes;
  for (std::size_t size = std::min<std::size_t>(most, data.size() * 8 + 64);;
       size = std::min(most, size * 4)) {
    bytes.resize(size);
    uLongf length = size;
    const int done =
        ::uncompress(reinterpret_cast<Bytef*>(bytes.data()), &length,
                     reinterpret_cast<const Bytef*>(data.data()), data.size());
    if (done == Z_OK) {
      bytes.resize(length);
      return bytes;
    }
    if (done != Z_BUF_ERROR || size == most) return std::nullopt;
  }
}

}  // namespace compiler_explorer::links
