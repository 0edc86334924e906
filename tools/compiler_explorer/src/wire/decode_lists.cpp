// SPDX-License-Identifier: MIT
#include "wire/decode_lists.hpp"

#include <string>

#include "compiler_explorer/error.hpp"

namespace compiler_explorer::wire {
namespace {

// The entries made by `decode`, but those without an id.
template <typename Entry>
std::vector<Entry> decode_list(const json& answer,
                               Entry (*decode)(const json&)) {
  if (!answer.is_array()) {
    throw error{error_kind::bad_answer,
                "The answer is not the list asked for."};
  }
  std::vector<Entry> entries;
  entries.reserve(answer.size());
  for (const json& each : answer) {
    Entry entry = decode(each);
    if (!entry.id.empty()) entries.push_back(std::move(entry));
  }
  return entries;
}

std::vector<std::string> strings(const json& array) {
  std::vector<std::string> texts;
  for (const json& each : array) {
    if (each.is_string()) texts.push_back(each.get<std::string>());
  }
  return texts;
}

language decode_language(const json& entry) {
  return {text_in(entry, "id"), text_in(entry, "name"),
          strings(array_in(entry, "extensions"))};
}

// `releaseTrack` is of 2026; before, there was `isNightly` alone.
bool is_stable(const json& entry) {
  const std::string track = text_in(entry, "releaseTrack");
  if (!track.empty()) return track == "stable";
  const std::string words =
      text_in(entry, "name") + ' ' + text_in(entry, "semver");
  for (const char* word : {"trunk", "nightly", "snapshot", "experimental"}) {
    if (words.find(word) != std::string::npos) return false;
  }
  return !flag_in(entry, "isNightly");
}

compiler decode_compiler(const json& entry) {
  compiler result;
  result.id = text_in(entry, "id");
  result.name = text_in(entry, "name");
  result.version = text_in(entry, "semver");
  result.instruction_set = text_in(entry, "instructionSet");
  result.type = text_in(entry, "compilerType");
  result.aliases = strings(array_in(entry, "alias"));
  result.libraries = strings(array_in(entry, "libsArr"));
  result.runs_programs = flag_in(entry, "supportsExecute");
  result.stable = is_stable(entry);
  return result;
}

library decode_library(const json& entry) {
  library result{text_in(entry, "id"), text_in(entry, "name"), {}};
  for (const json& each : array_in(entry, "versions")) {
    result.versions.push_back({text_in(each, "id"), text_in(each, "version")});
  }
  return result;
}

}  // namespace

std::vector<language> decode_languages(const json& answer) {
  return decode_list(answer, &decode_language);
}

std::vector<compiler> decode_compilers(const json& answer) {
  return decode_list(answer, &decode_compiler);
}

std::vector<library> decode_libraries(const json& answer) {
  return decode_list(answer, &decode_library);
}

}  // namespace compiler_explorer::wire
