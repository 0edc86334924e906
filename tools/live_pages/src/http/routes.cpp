// SPDX-License-Identifier: MIT
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "api/checking.hpp"
#include "http/answers.hpp"
#include "http/server.hpp"

namespace live_pages {
namespace {

using nlohmann::json;

// The member of a JSON object in the body, which must be text.
std::string text_in(const httplib::Request& what, const char* key) {
  const json body = json::parse(what.body, nullptr, false);
  if (!body.is_object() || !body.contains(key) || !body.at(key).is_string()) {
    throw bad_request{std::string{"Missing "} + key + " property"};
  }
  return body.at(key);
}

std::string name_in(const httplib::Request& what) {
  return what.matches[1].str();
}

constexpr const char* exercise = "/api/exercises/([a-z0-9_]+/[a-z0-9_]+)";

}  // namespace

void server::route_compilers() {
  http_.Get("/api/languages", [](const request&, response& to) {
    answer_json(to, json::array({{{"id", "c++"},
                                  {"name", "C++"},
                                  {"extensions", {".cpp", ".hpp"}},
                                  {"monaco", "cppp"}}}));
  });
  for (const char* path : {"/api/compilers", R"(/api/compilers/c\+\+)"}) {
    http_.Get(path, [this](const request&, response& to) {
      answer_json(to, to_json(compilers_));
    });
  }
  http_.Post(R"(/api/compiler/([\w.-]{1,64})/compile)",
             [this](const request& what, response& to) { compile(what, to); });
  http_.Get("/api/about", [this](const request&, response& to) {
    answer_json(to, {{"sandbox", inside_.describe()},
                     {"compilers", to_json(compilers_)}});
  });
}

void server::route_exercises() {
  http_.Get("/api/progress", [this](const request&, response& to) {
    answer_json(to, exercises_.progress());
  });
  const std::string one = exercise;
  http_.Get(one, [this](const request& what, response& to) {
    answer_json(to, exercises_.state(name_in(what)));
  });
  http_.Post(one + "/save", [this](const request& what, response& to) {
    answer_json(to, exercises_.save(name_in(what), text_in(what, "text"),
                                    text_in(what, "base")));
  });
  http_.Post(one + "/check",
             [this](const request& what, response& to) { check(what, to); });
  http_.Post(one + "/reset", [this](const request& what, response& to) {
    answer_json(to, exercises_.reset(name_in(what)));
  });
  http_.Post(one + "/hint", [this](const request& what, response& to) {
    answer_json(to, exercises_.hint(name_in(what)));
  });
  http_.Get(one + "/solution", [this](const request& what, response& to) {
    const auto found = exercises_.solution(name_in(what));
    if (!found) return answer_error(to, 403, "Your answer has not passed yet.");
    answer_json(to, *found);
  });
}

void server::compile(const request& what, response& to) {
  const auto with =
      std::ranges::find(compilers_, what.matches[1].str(), &compiler::id);
  if (with == compilers_.end()) {
    to.status = 404;
    return to.set_content("Not Found", "text/plain");
  }
  const compile_request asked = read_compile_request(what.body);
  work(to, [this, asked, chosen = *with]() -> std::unique_ptr<task> {
    return std::make_unique<compilation>(workshop_, chosen, asked);
  });
}

void server::check(const request& what, response& to) {
  const std::string name = name_in(what);
  const json saved =
      exercises_.save(name, text_in(what, "text"), text_in(what, "base"));
  work(to, [this, name, saved]() -> std::unique_ptr<task> {
    return std::make_unique<checking>(exercises_, inside_, what_.check, name,
                                      saved);
  });
}

}  // namespace live_pages
