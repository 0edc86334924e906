// SPDX-License-Identifier: MIT
#pragma once

#include "interleave/result.hpp"
#include "report/json_writer.hpp"

namespace interleave::engine {

/// The version of both schemas. A reader may rely on every member that a
/// version has; a change that breaks a reader raises it.
inline constexpr std::uint64_t schema_version = 1;

void write_json(JsonWriter& json, const Place& place);
void write_json(JsonWriter& json, const Execution& execution);
void write_json(JsonWriter& json, const Failure& failure);
void write_json(JsonWriter& json, const Result& result);

}  // namespace interleave::engine
