// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <interleave/enumerate.hpp>
#include <interleave/interleave.hpp>
#include <set>
#include <string>
#include <vector>

// Tests of a model program that show something: a wrong version that breaks, a
// header whose orders are all needed. If LOCKSMITH_EXECUTIONS names a folder,
// what they show is written there, and the book prints it.

namespace testing_support {

inline void store(const std::string& name, const std::string& json) {
  const char* const folder = std::getenv("LOCKSMITH_EXECUTIONS");
  if (folder == nullptr) return;
  const auto path = std::filesystem::path{folder} / (name + ".json");
  std::filesystem::create_directories(path.parent_path());
  std::ofstream file{path};
  file << json << '\n';
  ASSERT_TRUE(file.flush()) << path << " cannot be written";
}

/// The body breaks, and in this way. Its execution is called `name`.
inline void breaks(const std::string& name, const std::function<void()>& body,
                   interleave::FailureKind kind,
                   const interleave::Options& options = {}) {
  const interleave::Result result = interleave::explore(body, options);
  ASSERT_FALSE(result.ok()) << result;
  EXPECT_EQ(result.failure()->kind, kind) << result;
  store(name, result.to_json());
}

/// The body passes, and comes to these outcomes and no others.
inline void comes_to(const std::string& name, const std::function<void()>& body,
                     const std::set<std::string>& outcomes) {
  const interleave::Result result = interleave::explore(body);
  ASSERT_TRUE(result.ok() && result.exhaustive()) << result;
  std::set<std::string> found;
  for (const auto& [text, count] : result.outcomes()) found.insert(text);
  EXPECT_EQ(found, outcomes);
  store(name, result.to_json());
}

/// All executions of the body, some of which fail. They are called `name`, and
/// the book lets the reader choose among them.
inline void all_of(const std::string& name, const std::function<void()>& body,
                   const interleave::Options& options = {}) {
  const interleave::Enumeration all = interleave::enumerate(body, options);
  EXPECT_EQ(all.not_exhaustive, "") << name;
  EXPECT_TRUE(std::ranges::any_of(
      all.executions, [](const auto& each) { return each.failed.has_value(); }))
      << name << " never fails";
  store("all/" + name, all.to_json());
}

/// The bodies pass, and each order in the file that is stronger than relaxed is
/// needed by one of them. The file is named by the end of its path.
inline void needs_its_orders(const std::filesystem::path& file,
                             const std::vector<std::function<void()>>& bodies) {
  interleave::AuditOptions options;
  options.files = {file.string()};
  const interleave::AuditResult result =
      interleave::audit_orders(bodies, options);
  ASSERT_TRUE(result.ok()) << result;
  EXPECT_FALSE(result.sites().empty());
  EXPECT_TRUE(result.all_needed()) << result;
  store("orders/" + file.stem().string(), result.to_json());
}

}  // namespace testing_support
