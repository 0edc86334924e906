// SPDX-License-Identifier: MIT
#include "benchmarking/context.hpp"

#include <gnu/libc-version.h>
#include <sys/utsname.h>

#include <cstdlib>
#include <fstream>
#include <version>

#include "benchmarking/processors.hpp"

namespace benchmarking {
namespace {

// What follows `key` and `separator` in a file of such lines.
std::string look_up(const char* path, const std::string& key, char separator) {
  std::ifstream file{path};
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with(key)) continue;
    std::size_t start = line.find(separator);
    if (start == std::string::npos) continue;
    start = line.find_first_not_of(" \t\"", start + 1);
    const std::size_t end = line.find_last_not_of(" \t\"");
    if (start != std::string::npos && end >= start) {
      return line.substr(start, end - start + 1);
    }
  }
  return {};
}

std::string processor(const utsname& system) {
  const std::string model = look_up("/proc/cpuinfo", "model name", ':');
  return model.empty() ? system.machine : model;
}

// The kernel's version up to the second dot; what follows is the builder's.
std::string operating_system(const utsname& system) {
  const std::string kernel = system.release;
  const std::string name = look_up("/etc/os-release", "PRETTY_NAME", '=');
  return (name.empty() ? "" : name + ", ") + system.sysname + ' ' +
         kernel.substr(0, kernel.find_first_of(".-", kernel.find('.') + 1));
}

std::string compiler() {
#if defined(__clang__)
  return "clang " + std::to_string(__clang_major__) + '.' +
         std::to_string(__clang_minor__);
#else
  return "g++ " + std::to_string(__GNUC__) + '.' +
         std::to_string(__GNUC_MINOR__);
#endif
}

std::string standard_library() {
#if defined(_LIBCPP_VERSION)
  return "libc++ " + std::to_string(_LIBCPP_VERSION);
#elif defined(_GLIBCXX_RELEASE)
  return "libstdc++ " + std::to_string(_GLIBCXX_RELEASE);
#else
  return "unknown";
#endif
}

std::string distance() {
  if (processors().size() < 2) return "one processor";
  const double nanoseconds = bounce();
  return std::string{nanoseconds < 150 ? "near" : "far"} +
         ": a cache line goes to another processor and back in " +
         std::to_string(static_cast<int>(nanoseconds)) + " ns";
}

}  // namespace

std::vector<std::pair<std::string, std::string>> context() {
  utsname system{};
  ::uname(&system);
  return {{"cpu", processor(system)},
          {"distance", distance()},
          {"os", operating_system(system)},
          {"compiler", compiler()},
          {"standard_library", standard_library()},
          {"c_library", std::string{"glibc "} + ::gnu_get_libc_version()}};
}

double load() {
  double minute = 0;
  return ::getloadavg(&minute, 1) == 1 ? minute : 0;
}

}  // namespace benchmarking
