// SPDX-License-Identifier: MIT
#include "support/sample.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace support {

sample read_sample(const std::string& name) {
  const std::string place = SAMPLES "/" + name + ".json";
  std::ifstream file{place};
  if (!file) throw std::runtime_error{"There is no " + place};
  const auto recorded = nlohmann::json::parse(file);
  const auto& request = recorded.at("request");
  const auto& answer = recorded.at("response");
  sample result;
  result.path = request.at("path");
  if (request.contains("body")) result.body = request.at("body").dump();
  result.response.status = answer.at("status");
  for (const auto& [key, value] : answer.at("headers").items()) {
    result.response.headers.push_back({key, value});
  }
  result.response.body = answer.contains("json") ? answer.at("json").dump()
                                                 : answer.value("text", "");
  return result;
}

}  // namespace support
