// SPDX-License-Identifier: MIT
#pragma once

#include <httplib.h>

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "http/gate.hpp"

namespace live_pages {

/// What the gate looks at.
[[nodiscard]] call call_of(const httplib::Request& what, int port);

/// Headers that every answer bears.
void guard(httplib::Response& to);

void answer_json(httplib::Response& to, const nlohmann::json& what);

/// An error, as Compiler Explorer says it.
void answer_error(httplib::Response& to, int status, const std::string& why);

/// The same as the text of an answer that has begun.
[[nodiscard]] std::string failure(const std::string& why);

}  // namespace live_pages
