// SPDX-License-Identifier: MIT
#include <string>
#include <string_view>

#include "links/rison.hpp"

namespace compiler_explorer::links {
namespace {

using wire::json;

// Whether a string can do without quotes.
bool is_bare(std::string_view text) {
  constexpr std::string_view never = " '!:(),*@$";
  constexpr std::string_view not_first = "-0123456789";
  return !text.empty() && text.find_first_of(never) == std::string_view::npos &&
         not_first.find(text.front()) == std::string_view::npos;
}

void write_string(std::string_view text, std::string& into) {
  if (is_bare(text)) {
    into += text;
    return;
  }
  into += '\'';
  for (const char each : text) {
    if (each == '\'' || each == '!') into += '!';
    into += each;
  }
  into += '\'';
}

void write_value(const json& value, std::string& into);

// Keys come sorted, as the site sorts them.
void write_members(const json& object, std::string& into) {
  bool first = true;
  for (const auto& [key, value] : object.items()) {
    if (!first) into += ',';
    first = false;
    write_string(key, into);
    into += ':';
    write_value(value, into);
  }
}

void write_value(const json& value, std::string& into) {
  if (value.is_object()) {
    into += '(';
    write_members(value, into);
    into += ')';
  } else if (value.is_array()) {
    into += "!(";
    for (std::size_t index = 0; index < value.size(); ++index) {
      if (index > 0) into += ',';
      write_value(value[index], into);
    }
    into += ')';
  } else if (value.is_string()) {
    write_string(value.get_ref<const std::string&>(), into);
  } else if (value.is_boolean()) {
    into += value.get<bool>() ? "!t" : "!f";
  } else if (value.is_null()) {
    into += "!n";
  } else {
    into += wire::write(value);
  }
}

}  // namespace

std::string to_rison(const json& object) {
  (void)wire::write(object);  // throws if a string is not UTF-8
  std::string text;
  write_members(object, text);
  return text;
}

}  // namespace compiler_explorer::links
