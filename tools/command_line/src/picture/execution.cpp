// SPDX-License-Identifier: MIT
#include "picture/execution.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace command_line {
namespace {

using nlohmann::json;

std::optional<std::size_t> index(const json& from, std::size_t below) {
  if (!from.is_number_unsigned()) return std::nullopt;
  const auto number = from.get<std::size_t>();
  return number < below ? std::optional{number} : std::nullopt;
}

step read_step(const json& from, std::size_t steps, std::size_t threads) {
  step each;
  const std::optional<std::size_t> thread = index(from.at("thread"), threads);
  if (!thread) throw std::out_of_range{"a step of no thread"};
  each.thread = *thread;
  each.operation = from.at("operation");
  each.order = from.at("order");
  each.location = from.at("location");
  each.value = from.at("value");
  each.reads_from = index(from.at("reads_from"), steps);
  each.newer = index(from.at("newer"), steps);
  each.modification = from.at("modification");
  each.note = from.at("note");
  each.culprit = from.at("culprit");
  each.where = {from.at("place").at("file"), from.at("place").at("line"),
                from.at("place").at("function")};
  return each;
}

}  // namespace

std::optional<execution> read_execution(std::string_view text) try {
  const json result = json::parse(text);
  const json& failure = result.at("failure");
  if (failure.is_null()) return std::nullopt;
  const json& from = failure.at("execution");
  execution read;
  read.kind = failure.at("kind");
  read.sentence = failure.at("sentence");
  read.explored = result.at("executions");
  read.threads = from.at("threads").get<std::vector<std::string>>();
  read.notes = from.at("notes").get<std::vector<std::string>>();
  const json& steps = from.at("steps");
  for (const json& each : steps) {
    read.steps.push_back(read_step(each, steps.size(), read.threads.size()));
  }
  return read;
} catch (const std::exception&) {
  return std::nullopt;
}

}  // namespace command_line
