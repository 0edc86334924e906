// SPDX-License-Identifier: MIT
// book_links SETTINGS VERSION ROOT LINKS SOURCES FOLDER... -- FILE...
//
// Writes two JSON objects: for each file that stands alone, LINKS has the link
// that opens it in Compiler Explorer, and SOURCES what that link holds, and
// whether it runs. Asks nobody. The files are named from ROOT; in the folders
// are the headers that can be copied.
#include <compiler_explorer/links.hpp>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "listing_source.hpp"
#include "programs.hpp"

namespace {

using nlohmann::json;

compiler_explorer::linked_compiler compiler_of(const json& settings) {
  return {.id = settings.at("compiler"),
          .options = settings.at("options"),
          .libraries = {}};
}

// Files in a folder `assembly` are there to be compared on several machines.
compiler_explorer::linked_state state_of(
    const std::filesystem::path& file, const book_links::listing_source& source,
    const json& settings) {
  compiler_explorer::linked_session session;
  session.source = source.text;
  session.compilers = {compiler_of(settings)};
  if (file.parent_path().filename() == "assembly") {
    for (const json& machine : settings.at("machines")) {
      session.compilers.push_back(compiler_of(machine));
    }
  }
  if (source.runs) {
    session.executors = {{.compiler = compiler_of(settings),
                          .arguments = {},
                          .standard_input = {}}};
  }
  return {.sessions = {session}};
}

void write(const char* name, const json& what) {
  std::ofstream file{name, std::ios::binary};
  file.exceptions(std::ios::failbit | std::ios::badbit);
  file << what.dump(1) << '\n';
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 7) throw std::runtime_error{"too few arguments"};
  const json settings = json::parse(book_links::contents_of(argv[1]));
  book_links::repository from{.root = argv[3], .roots = {}, .version = argv[2]};
  int at = 6;
  for (; at < argc && std::string_view{argv[at]} != "--"; ++at) {
    from.roots.emplace_back(argv[at]);
  }
  json links = json::object();
  json sources = json::object();
  for (++at; at < argc; ++at) {
    const auto source = book_links::source_of(from, argv[at]);
    if (!source) continue;
    const std::string server = settings.at("server");
    links[argv[at]] = compiler_explorer::make_link(
                          server, state_of(argv[at], *source, settings))
                          .url;
    sources[argv[at]] = {{"source", source->text}, {"runs", source->runs}};
  }
  write(argv[4], links);
  write(argv[5], sources);
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "book_links: %s\n", problem.what());
  return 1;
}
