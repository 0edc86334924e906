// SPDX-License-Identifier: MIT
#include "report/json.hpp"

#include "interleave/enumerate.hpp"

namespace interleave {
namespace engine {
namespace {

void write_optional(JsonWriter& json, const char* name,
                    const std::optional<std::uint32_t>& value) {
  if (value) {
    json.member(name, std::uint64_t{*value});
  } else {
    json.key(name).null();
  }
}

void write_json(JsonWriter& json, const Step& step) {
  json.begin_object();
  json.member("thread", std::uint64_t{step.thread});
  json.member("operation", step.operation);
  json.member("order", step.order);
  json.member("location", step.location);
  json.member("value", step.value);
  write_optional(json, "reads_from", step.reads_from);
  write_optional(json, "newer", step.newer);
  json.member("modification", std::uint64_t{step.modification});
  json.member("note", step.note);
  json.member("plain", step.plain);
  json.member("culprit", step.culprit);
  json.key("place");
  write_json(json, step.place);
  json.key("stack").begin_array();
  for (const Place& place : step.stack) {
    write_json(json, place);
  }
  json.end_array();
  json.end_object();
}

}  // namespace

void write_json(JsonWriter& json, const Place& place) {
  json.begin_object();
  json.member("file", place.file);
  json.member("line", std::uint64_t{place.line});
  json.member("function", place.function);
  json.end_object();
}

void write_json(JsonWriter& json, const Execution& execution) {
  json.begin_object();
  json.member("id", execution.id);
  json.key("threads").begin_array();
  for (const std::string& thread : execution.threads) {
    json.value(thread);
  }
  json.end_array();
  json.key("steps").begin_array();
  for (const Step& step : execution.steps) {
    write_json(json, step);
  }
  json.end_array();
  json.key("notes").begin_array();
  for (const std::string& note : execution.notes) {
    json.value(note);
  }
  json.end_array();
  json.end_object();
}

void write_json(JsonWriter& json, const Failure& failure) {
  json.begin_object();
  json.member("kind", to_string(failure.kind));
  json.member("sentence", failure.sentence);
  json.key("execution");
  write_json(json, failure.execution);
  json.end_object();
}

void write_json(JsonWriter& json, const Result& result) {
  json.begin_object();
  json.member("schema", "interleave-result");
  json.member("version", schema_version);
  json.member("ok", result.ok());
  json.member("exhaustive", result.exhaustive());
  json.member("not_exhaustive", result.not_exhaustive());
  json.member("executions", result.executions());
  json.member("blocked", result.blocked());
  if (result.seed()) {
    json.member("seed", *result.seed());
  } else {
    json.key("seed").null();
  }
  json.key("outcomes").begin_object();
  for (const auto& [text, count] : result.outcomes()) {
    json.member(text, count);
  }
  json.end_object();
  json.key("failure");
  if (result.failure()) {
    write_json(json, *result.failure());
  } else {
    json.null();
  }
  json.end_object();
}

}  // namespace engine

std::string Enumeration::to_json() const {
  engine::JsonWriter json;
  json.begin_object();
  json.member("schema", "interleave-enumeration");
  json.member("version", engine::schema_version);
  json.member("not_exhaustive", not_exhaustive);
  json.key("executions").begin_array();
  for (const Enumerated& each : executions) {
    json.begin_object();
    json.member("outcome", each.outcome);
    json.member("failed", each.failed ? to_string(*each.failed) : "");
    json.member("sentence", each.sentence);
    json.key("execution");
    engine::write_json(json, each.execution);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

std::string Result::to_json() const {
  engine::JsonWriter json;
  engine::write_json(json, *this);
  return json.take();
}

}  // namespace interleave
