// SPDX-License-Identifier: MIT
#include "support/scripted_transport.hpp"

#include <algorithm>
#include <utility>

#include "support/sample.hpp"

namespace support {
namespace {

using compiler_explorer::http_request;
using compiler_explorer::http_response;

class scripted_transport : public compiler_explorer::transport {
 public:
  explicit scripted_transport(std::shared_ptr<script> own)
      : own_{std::move(own)} {}

  http_response perform(const http_request& request) override {
    std::size_t index = 0;
    {
      const std::lock_guard lock{own_->mutex};
      index = own_->requests.size();
      own_->requests.push_back(request);
    }
    return own_->next(index);
  }

 private:
  std::shared_ptr<script> own_;
};

}  // namespace

std::shared_ptr<script> answer_with(
    const std::vector<http_response>& responses) {
  auto result = std::make_shared<script>();
  result->next = [responses](std::size_t index) {
    return responses[std::min(index, responses.size() - 1)];
  };
  return result;
}

std::shared_ptr<script> replay(const std::vector<std::string>& samples) {
  std::vector<http_response> responses;
  responses.reserve(samples.size());
  for (const std::string& name : samples) {
    responses.push_back(read_sample(name).response);
  }
  return answer_with(responses);
}

compiler_explorer::client client_of(const std::shared_ptr<script>& script,
                                    compiler_explorer::client_options options) {
  options.sleep = [script](std::chrono::milliseconds time) {
    const std::lock_guard lock{script->mutex};
    script->sleeps.push_back(time);
  };
  return {std::move(options), std::make_unique<scripted_transport>(script)};
}

http_response response(
    int status, const std::string& body,
    const std::vector<compiler_explorer::http_header>& headers) {
  http_response result;
  result.status = status;
  result.headers = headers;
  result.body = body;
  return result;
}

}  // namespace support
