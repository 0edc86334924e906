// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace compiler_explorer::wire {

using json = nlohmann::json;

/// @throws error `bad_answer` if it is no JSON, or nested or crowded beyond all
///   reason.
[[nodiscard]] json parse(std::string_view text);

/// On one line. @throws error `invalid_request` if a string is not UTF-8.
[[nodiscard]] std::string write(const json& value);

// Servers of different ages send different types, or leave keys out. These take
// what they can get, and nothing of what they cannot.

/// The string under this key; a number is made a string. Empty if absent.
[[nodiscard]] std::string text_in(const json& object, const char* key);

/// The integer under this key, be it a number or a string.
[[nodiscard]] int number_in(const json& object, const char* key, int otherwise);

/// The truth value under this key.
[[nodiscard]] bool flag_in(const json& object, const char* key,
                           bool otherwise = false);

/// The array under this key; an empty one if there is none.
[[nodiscard]] const json& array_in(const json& object, const char* key);

/// The object under this key; an empty one if there is none.
[[nodiscard]] const json& object_in(const json& object, const char* key);

}  // namespace compiler_explorer::wire
