// SPDX-License-Identifier: MIT
#include "compiler_explorer/resolve.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "compiler_explorer/error.hpp"
#include "compilers/friendly_name.hpp"
#include "compilers/traits.hpp"
#include "text/nearest_words.hpp"

namespace compiler_explorer {
namespace {

struct candidate {
  const compiler* own;
  traits is;
};

// By id, alias or full name; null if there is none.
const compiler* find_exact(const std::string& name,
                           const std::vector<compiler>& compilers) {
  for (const compiler& each : compilers) {
    if (text::lower(each.id) == name) return &each;
  }
  for (const compiler& each : compilers) {
    for (const std::string& alias : each.aliases) {
      if (text::lower(alias) == name) return &each;
    }
  }
  for (const compiler& each : compilers) {
    if (text::lower(each.name) == name) return &each;
  }
  return nullptr;
}

bool fits(const candidate& each, const friendly_name& wanted) {
  if (each.is.family != wanted.family) return false;
  if (wanted.trunk) return !each.own->stable;
  if (wanted.number.numbers.empty()) return each.own->stable;
  return begins_with(each.is.number, wanted.number) ||
         begins_with(each.is.named, wanted.number);
}

// Whether the left is less what is meant.
bool worse(const candidate& left, const candidate& right) {
  const auto rank = [](const candidate& each) {
    return std::pair{each.own->stable, each.is.plain};
  };
  if (rank(left) != rank(right)) return rank(left) < rank(right);
  return compare(left.is.number, right.is.number) < 0;
}

const compiler* find_friendly(const friendly_name& wanted,
                              const std::vector<compiler>& compilers) {
  std::vector<candidate> found;
  std::vector<candidate> running;
  for (const compiler& each : compilers) {
    candidate own{&each, traits_of(each)};
    if (!fits(own, wanted)) continue;
    const std::string& architecture =
        wanted.architecture.empty() ? "x86-64" : wanted.architecture;
    if (own.is.architecture == architecture) {
      found.push_back(std::move(own));
    } else if (wanted.architecture.empty() && each.runs_programs) {
      running.push_back(std::move(own));
    }
  }
  if (found.empty()) found = std::move(running);
  const auto best = std::max_element(found.begin(), found.end(), &worse);
  return best == found.end() ? nullptr : best->own;
}

// "arm64-gcc", "gcc-14": what resolves to this compiler or a newer one.
void add_friendly_names(const compiler& named, std::set<std::string>& names) {
  const traits is = traits_of(named);
  if (is.family.empty() || !is.plain || is.architecture.empty()) return;
  std::string name = is.family;
  if (is.architecture != "x86-64") name = is.architecture + '-' + name;
  names.insert(name);
  if (!is.number.numbers.empty()) {
    names.insert(name + '-' + std::to_string(is.number.numbers.front()));
  }
}

}  // namespace

const compiler& resolve(std::string_view name,
                        const std::vector<compiler>& compilers) {
  const compiler* found = find_exact(text::lower(name), compilers);
  const auto wanted = read_friendly_name(name);
  if (found == nullptr && wanted) found = find_friendly(*wanted, compilers);
  if (found != nullptr) return *found;
  throw error{error_kind::unknown_name,
              "There is no compiler '" + std::string{name} + "'." +
                  text::did_you_mean(nearest(name, compilers))};
}

std::vector<std::string> nearest(std::string_view name,
                                 const std::vector<compiler>& compilers,
                                 std::size_t most) {
  std::set<std::string> friendly;
  for (const compiler& each : compilers) add_friendly_names(each, friendly);
  std::vector<std::string> names{friendly.begin(), friendly.end()};
  for (const compiler& each : compilers) {
    names.push_back(each.id);
    names.insert(names.end(), each.aliases.begin(), each.aliases.end());
  }
  return text::nearest_words(name, names, most);
}

}  // namespace compiler_explorer
