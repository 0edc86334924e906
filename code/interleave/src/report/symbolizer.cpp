// SPDX-License-Identifier: MIT
#include "report/symbolizer.hpp"

#include <dlfcn.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "abi/modules.hpp"
#include "heap/bytes.hpp"
#include "report/subprocess.hpp"

namespace interleave::engine {
namespace {

std::string& root() {
  static std::string directory;
  return directory;
}

/// addr2line's "file:line" or "file:line (discriminator n)".
Place parse(std::string function, std::string where) {
  Place place;
  place.function = std::move(function);
  where = where.substr(0, where.find(" (discriminator"));
  const std::size_t colon = where.rfind(':');
  if (colon != std::string::npos && where[0] != '?') {
    const std::string number = where.substr(colon + 1);
    if (!number.empty() &&
        number.find_first_not_of("0123456789") == std::string::npos) {
      place.line = static_cast<std::uint32_t>(std::stoul(number));
    }
    place.file =
        std::filesystem::path{where.substr(0, colon)}.lexically_normal();
  }
  return place;
}

}  // namespace

void Symbolizer::set_root(const char* directory) {
  root() = directory;
  if (!root().empty() && root().back() != '/') {
    root() += '/';
  }
}

void Symbolizer::resolve(const std::vector<std::uintptr_t>& addresses) {
  std::vector<std::uintptr_t> fresh;
  for (const std::uintptr_t address : addresses) {
    if (!known_.contains(address)) {
      known_[address] = {};
      fresh.push_back(address);
    }
  }
  constexpr std::size_t batch = 1000;
  for (std::size_t k = 0; k < fresh.size(); k += batch) {
    look_up({fresh.begin() + static_cast<std::ptrdiff_t>(k),
             fresh.begin() + static_cast<std::ptrdiff_t>(
                                 std::min(fresh.size(), k + batch))});
  }
}

void Symbolizer::look_up(const std::vector<std::uintptr_t>& addresses) {
  std::ostringstream input;
  std::vector<std::uintptr_t> asked;
  for (const std::uintptr_t address : addresses) {
    if (Modules::in_program(address)) {
      // A return address is behind its call.
      input << "0x" << std::hex << address - 1 - Modules::program_base()
            << '\n';
      asked.push_back(address);
      continue;
    }
    Dl_info info{};
    if (dladdr(to_pointer(address), &info) != 0 && info.dli_sname != nullptr) {
      known_[address].push_back(parse(info.dli_sname, ""));
    }
  }
  if (asked.empty()) {
    return;
  }
  static Subprocess addr2line;
  if (!addr2line.running() &&
      !addr2line.start({INTERLEAVE_ADDR2LINE, "-e", own_program(), "-a", "-f",
                        "-C", "-i"})) {
    return;
  }
  // A last address that is nowhere: where its answer comes, all are there.
  constexpr std::string_view nowhere = "0x7fffffffffffffff";
  input << nowhere << '\n';
  addr2line.write(input.str());
  std::size_t next = 0;
  std::string line;
  while (addr2line.read_line(line) && line != nowhere) {
    if (line.starts_with("0x")) {
      ++next;
      continue;
    }
    std::string where;
    addr2line.read_line(where);
    if (next > 0 && next <= asked.size()) {
      known_[asked[next - 1]].push_back(parse(line, where));
    }
  }
  addr2line.read_line(line);
  addr2line.read_line(line);
}

const std::vector<Place>& Symbolizer::frames(std::uintptr_t address) {
  resolve({address});
  return known_[address];
}

std::vector<Place> Symbolizer::stack(
    const std::vector<std::uintptr_t>& addresses) {
  std::vector<Place> result;
  for (const std::uintptr_t address : addresses) {
    for (const Place& place : frames(address)) {
      if (place.known() && !is_library(place)) {
        result.push_back(from_root(place));
      }
    }
  }
  return result;
}

Place from_root(Place place) {
  if (!root().empty() && place.file.starts_with(root())) {
    place.file.erase(0, root().size());
  }
  return place;
}

Symbolizer& symbolizer() {
  static Symbolizer instance;
  return instance;
}

bool is_library(const Place& place) {
  const auto has = [&](const char* part) {
    return place.file.find(part) != std::string::npos;
  };
  return has("/interleave/src/") || has("/c++/") ||
         has("/interleave/detail/") ||
         place.file.starts_with("/usr/include/") || has("/include/gtest/");
}

}  // namespace interleave::engine
