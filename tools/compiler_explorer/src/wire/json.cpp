// SPDX-License-Identifier: MIT
#include "wire/json.hpp"

#include <charconv>
#include <cstddef>
#include <limits>
#include <system_error>

#include "compiler_explorer/error.hpp"

namespace compiler_explorer::wire {
namespace {

const json* find(const json& object, const char* key) {
  if (!object.is_object()) return nullptr;
  const auto place = object.find(key);
  return place == object.end() ? nullptr : &*place;
}

const json& find_of_type(const json& object, const char* key,
                         json::value_t type) {
  static const json no_array = json::array();
  static const json no_object = json::object();
  const json* const value = find(object, key);
  if (value != nullptr && value->type() == type) return *value;
  return type == json::value_t::array ? no_array : no_object;
}

// Before anything is built of it: a value takes some 50 bytes of memory where
// its text may take two.
void check_size(std::string_view text) {
  constexpr int deepest = 64;
  constexpr int most = 4'000'000;
  int depth = 0;
  int values = 0;
  bool within_string = false;
  for (std::size_t index = 0; index < text.size(); ++index) {
    const char each = text[index];
    if (each == '"') within_string = !within_string;
    if (within_string) {
      if (each == '\\') ++index;
      continue;
    }
    if (each == '[' || each == '{') ++depth;
    if (each == ']' || each == '}') --depth;
    if (each == '[' || each == '{' || each == ',') ++values;
    if (depth > deepest || values > most) {
      throw error{error_kind::bad_answer,
                  "The answer is JSON, but nested or crowded beyond reason."};
    }
  }
}

}  // namespace

json parse(std::string_view text) {
  check_size(text);
  try {
    return json::parse(text);
  } catch (const json::exception&) {
    throw error{error_kind::bad_answer, "The answer is not valid JSON."};
  }
}

std::string write(const json& value) {
  try {
    return value.dump();
  } catch (const json::exception&) {
    throw error{error_kind::invalid_request,
                "The source, or a text that goes with it, is not UTF-8."};
  }
}

std::string text_in(const json& object, const char* key) {
  const json* const value = find(object, key);
  if (value == nullptr) return {};
  if (value->is_string()) return value->get<std::string>();
  return value->is_number() ? value->dump() : std::string{};
}

int number_in(const json& object, const char* key, int otherwise) {
  const json* const value = find(object, key);
  if (value == nullptr) return otherwise;
  double number = 0;
  if (value->is_number()) {
    number = value->get<double>();
  } else if (value->is_string()) {
    const auto& text = value->get_ref<const std::string&>();
    int whole = 0;
    const auto [end, fault] =
        std::from_chars(text.data(), text.data() + text.size(), whole);
    if (fault != std::errc{}) return otherwise;
    number = whole;
  } else {
    return otherwise;
  }
  using limits = std::numeric_limits<int>;
  const bool fits = number >= limits::min() && number <= limits::max();
  return fits ? static_cast<int>(number) : otherwise;
}

bool flag_in(const json& object, const char* key, bool otherwise) {
  const json* const value = find(object, key);
  return value != nullptr && value->is_boolean() ? value->get<bool>()
                                                 : otherwise;
}

const json& array_in(const json& object, const char* key) {
  return find_of_type(object, key, json::value_t::array);
}

const json& object_in(const json& object, const char* key) {
  return find_of_type(object, key, json::value_t::object);
}

}  // namespace compiler_explorer::wire
