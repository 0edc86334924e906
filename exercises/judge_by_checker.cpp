// SPDX-License-Identifier: MIT
#include <functional>
#include <sstream>
#include <utility>

#include "judge.hpp"

namespace judge {

namespace {

std::vector<promise>& promises_of_the_check() {
  static std::vector<promise> promises;
  return promises;
}

// An execution with spurious wake-ups in it is shown only if there is none
// without.
interleave::Result simplest(void (*body)(), std::uint64_t most) {
  interleave::Options options;
  options.max_executions = most;
  interleave::Result result = interleave::explore(body, options);
  if (result.ok()) return result;
  options.spurious_wakeups = false;
  const interleave::Result simpler = interleave::explore(body, options);
  return simpler.ok() ? result : simpler;
}

class EveryExecution : public testing::Test {
 public:
  explicit EveryExecution(promise promise) : promise_{std::move(promise)} {}

  void TestBody() override {
    const verdict found = explore(promise_.body);
    if (found.ok && found.exhaustive) return;
    const bool first = !testing::UnitTest::GetInstance()->Failed();
    ADD_FAILURE_AT(promise_.where.file_name(),
                   static_cast<int>(promise_.where.line()))
        << (first || found.ok ? found.text : found.sentence);
  }

 private:
  promise promise_;
};

interleave::AuditResult audit(const std::vector<void (*)()>& bodies,
                              const std::string& file) {
  interleave::AuditOptions options;
  options.drop_wakes = true;
  if (!file.empty()) options.files = {file};
  return interleave::audit_orders({bodies.begin(), bodies.end()}, options);
}

}  // namespace

bool in_every_execution(const std::vector<promise>& promises) {
  for (const promise& each : promises) {
    promises_of_the_check().push_back(each);
    testing::RegisterTest(
        "EveryExecution", each.name.c_str(), nullptr, nullptr,
        each.where.file_name(), static_cast<int>(each.where.line()),
        [each]() -> EveryExecution* { return new EveryExecution{each}; });
  }
  return true;
}

verdict explore(void (*body)(), std::uint64_t most) {
  const interleave::Result result = simplest(body, most);
  verdict found;
  found.ok = result.ok();
  found.exhaustive = result.exhaustive();
  if (const auto& failure = result.failure()) {
    found.kind = to_string(failure->kind);
    found.sentence = found.kind + ": " + failure->sentence;
  }
  std::ostringstream text;
  text << result;
  found.text = text.str();
  return found;
}

std::vector<surplus> surpluses(const std::vector<void (*)()>& bodies,
                               const std::string& file) {
  std::vector<void (*)()> all = bodies;
  if (all.empty()) {
    for (const promise& each : promises_of_the_check()) {
      all.push_back(each.body);
    }
  }
  const interleave::AuditResult result = audit(all, file);
  std::vector<surplus> found;
  EXPECT_TRUE(result.ok()) << result;
  for (const interleave::AuditedSite& site : result.sites()) {
    for (const interleave::WeakerOrder& weaker : site.weaker) {
      if (weaker.needed) continue;
      found.push_back({site.operation, site.place.function, site.place.line,
                       site.order, weaker.order});
    }
  }
  return found;
}

bool sleeps(void (*body)()) {
  const interleave::AuditResult result =
      audit({body}, "locksmith/detail/futex_linux.hpp");
  for (const interleave::AuditedSite& site : result.sites()) {
    if (site.operation == "wake" && site.needed()) return true;
  }
  return false;
}

bool has_checker() { return true; }

}  // namespace judge
