// SPDX-License-Identifier: MIT
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <thread>

#include "verdict.hpp"

using interleave::FailureKind;

namespace {

void message_passing(std::memory_order store, std::memory_order load) {
  std::atomic<int> data{0};
  std::atomic<int> flag{0};
  std::thread writer{[&] {
    data.store(1, std::memory_order_relaxed);
    flag.store(1, store);
  }};
  if (flag.load(load) == 1) {
    interleave::require(data.load(std::memory_order_relaxed) == 1,
                        "the data came with the flag");
  }
  writer.join();
}

void broken() {
  message_passing(std::memory_order_relaxed, std::memory_order_acquire);
}

}  // namespace

TEST(Report, MarksTheStaleLoad) {
  const auto result =
      expect_fails(broken, FailureKind::requirement, "reads an older value");
  const interleave::Execution& execution = result.failure()->execution;
  bool stale = false;
  for (const interleave::Step& step : execution.steps) {
    stale = stale || step.newer.has_value();
    if (step.reads_from) {
      EXPECT_LT(*step.reads_from,
                static_cast<std::uint32_t>(&step - execution.steps.data()));
    }
  }
  EXPECT_TRUE(stale) << execution;
  EXPECT_NE(execution.text().find("an older value; newer: 1"),
            std::string::npos)
      << execution;
}

// An interleaving is told as one, whatever was explored first.
TEST(Report, EachLoadReadsTheNewestIfItCan) {
  const auto result = expect_fails(
      [] {
        std::atomic<int> count{0};
        const auto add = [&] { count.store(count.load() + 1); };
        std::thread first{add};
        std::thread second{add};
        first.join();
        second.join();
        interleave::require(count.load() == 2, "both were counted");
      },
      FailureKind::requirement);
  for (const interleave::Step& step : result.failure()->execution.steps) {
    EXPECT_FALSE(step.newer.has_value()) << result;
  }
}

TEST(Report, IsTheSameEachTime) {
  const auto first = interleave::explore(broken);
  const auto second = interleave::explore(broken);
  EXPECT_EQ(first.to_json(), second.to_json());
}

TEST(Enumeration, TellsOfAllExecutions) {
  const interleave::Enumeration all = interleave::enumerate([] {
    std::atomic<int> x{0};
    std::thread other{[&] { x.store(1); }};
    const int seen = x.load();
    interleave::observe("saw " + std::to_string(seen));
    other.join();
  });
  ASSERT_EQ(all.executions.size(), 2U);
  EXPECT_EQ(all.not_exhaustive, "");
  std::set<std::string> outcomes;
  for (const interleave::Enumerated& each : all.executions) {
    outcomes.insert(each.outcome);
    EXPECT_FALSE(each.failed.has_value());
    EXPECT_EQ(each.execution.steps.size(), 4U) << each.execution;
  }
  EXPECT_EQ(outcomes, (std::set<std::string>{"saw 0", "saw 1"}));
}

TEST(Enumeration, GoesOnAfterAFailure) {
  const interleave::Enumeration all = interleave::enumerate(broken);
  std::size_t failed = 0;
  for (const interleave::Enumerated& each : all.executions) {
    failed += each.failed ? 1 : 0;
    EXPECT_EQ(each.failed.has_value(), !each.sentence.empty());
  }
  EXPECT_EQ(failed, 1U);
  EXPECT_EQ(all.executions.size(), 3U);
  EXPECT_EQ(all.to_json(), interleave::enumerate(broken).to_json());
}

TEST(Report, FailuresAreKeptForTools) {
  const std::string name = testing::TempDir() + "interleave_results";
  std::remove(name.c_str());
  setenv("INTERLEAVE_RESULTS", name.c_str(), 1);
  const auto failed = interleave::explore(broken);
  interleave::explore([] {});
  unsetenv("INTERLEAVE_RESULTS");
  interleave::explore(broken);
  std::ifstream file{name};
  std::stringstream kept;
  kept << file.rdbuf();
  EXPECT_EQ(kept.str(), failed.to_json() + '\n');
}

TEST(Report, IdReplaysTheExecution) {
  const auto result = interleave::explore(broken);
  ASSERT_FALSE(result.ok());
  interleave::Options options;
  options.replay = result.failure()->execution.id;
  const auto again =
      expect_fails(broken, FailureKind::requirement, "", options);
  EXPECT_EQ(again.failure()->sentence, result.failure()->sentence);
  EXPECT_EQ(again.failure()->execution.id, result.failure()->execution.id);
}

TEST(Report, RandomWalkFindsItAndSaysItsSeed) {
  interleave::Options options;
  options.random_executions = 10'000;
  options.seed = 42;
  const auto result =
      expect_fails(broken, FailureKind::requirement, "", options);
  EXPECT_EQ(result.seed(), 42U);
  std::ostringstream text;
  text << result;
  EXPECT_NE(text.str().find("seed 42"), std::string::npos);
}

TEST(Report, JsonHasItsVersion) {
  const auto result = interleave::explore([] {});
  EXPECT_EQ(result.to_json(),
            R"({"schema":"interleave-result","version":1,"ok":true,)"
            R"("exhaustive":true,"not_exhaustive":"","executions":1,)"
            R"("blocked":0,"seed":null,"outcomes":{},"failure":null})");
}

TEST(Audit, TellsNeededFromNotNeeded) {
  const auto body = [] {
    message_passing(std::memory_order_release, std::memory_order_seq_cst);
  };
  const interleave::AuditResult audit = interleave::audit_orders(body);
  ASSERT_TRUE(audit.ok()) << audit;
  EXPECT_FALSE(audit.all_needed()) << audit;
  bool store_needed = false;
  bool load_too_strong = false;
  for (const interleave::AuditedSite& site : audit.sites()) {
    if (site.operation == "store" && site.order == "release") {
      store_needed = site.needed();
    }
    if (site.operation == "load" && site.order == "seq_cst") {
      ASSERT_EQ(site.weaker.size(), 2U) << audit;
      load_too_strong = !site.weaker[0].needed && site.weaker[1].needed;
    }
  }
  EXPECT_TRUE(store_needed) << audit;
  EXPECT_TRUE(load_too_strong) << audit;
}

TEST(Audit, DropsNotifies) {
  interleave::AuditOptions options;
  options.drop_wakes = true;
  const interleave::AuditResult audit = interleave::audit_orders(
      [] {
        std::atomic<int> word{0};
        std::thread waiter{[&] { word.wait(0, std::memory_order_relaxed); }};
        word.store(1, std::memory_order_relaxed);
        word.notify_one();
        waiter.join();
      },
      options);
  ASSERT_TRUE(audit.ok()) << audit;
  bool found = false;
  for (const interleave::AuditedSite& site : audit.sites()) {
    found = found || (site.operation == "notify_one" && site.needed());
  }
  EXPECT_TRUE(found) << audit;
}
