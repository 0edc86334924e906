// SPDX-License-Identifier: MIT
#include "api/compilers.hpp"

#include <nlohmann/json.hpp>

#include "jobs/job.hpp"

namespace live_pages {
namespace {

using nlohmann::json;

#if defined(__aarch64__)
constexpr const char* instructions = "aarch64";
#else
constexpr const char* instructions = "amd64";
#endif

std::string version_of(const std::string& program) {
  job asked{{.command = {program, "-dumpfullversion", "-dumpversion"}}};
  const outcome how = asked.wait();
  return how.well() ? how.out.substr(0, how.out.find('\n')) : "";
}

}  // namespace

std::vector<compiler> find_compilers() {
  std::vector<compiler> found;
  for (const auto& [id, program] :
       {std::pair{"gcc", "g++"}, std::pair{"clang", "clang++"},
        std::pair{"clang", "clang++-19"}, std::pair{"clang", "clang++-18"},
        std::pair{"clang", "clang++-14"}}) {
    if (!found.empty() && found.back().id == id) continue;
    std::string version = version_of(program);
    if (!version.empty()) found.push_back({id, program, std::move(version)});
  }
  return found;
}

json to_json(const std::vector<compiler>& all) {
  json list = json::array();
  for (const compiler& each : all) {
    list.push_back(
        {{"id", each.id},
         {"name", each.program + " " + each.version + " on this machine"},
         {"lang", "c++"},
         {"semver", each.version},
         {"compilerType", each.id == "gcc" ? "" : each.id},
         {"instructionSet", instructions},
         {"supportsExecute", true}});
  }
  return list;
}

}  // namespace live_pages
