// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <interleave/interleave.hpp>
#include <source_location>
#include <string>
#include <vector>

// How the checks of the exercises judge: by every execution first, and then, if
// none of them fails, by real threads. In a build without the checker there are
// the real threads alone, and a test that is skipped says so.

namespace judge {

/// A promise that an answer must keep, and a small program that breaks if it
/// does not in some execution that C++ allows.
struct promise {
  std::string name;
  void (*body)();
  std::source_location where = std::source_location::current();
};

/// Makes a test `EveryExecution.<name>` of each promise. They run in this
/// order, before the tests that are defined further down. The first that fails
/// shows its execution; of the others, a sentence has to do.
bool in_every_execution(const std::vector<promise>& promises);

/// What a program came to.
struct verdict {
  bool ok = false;
  bool exhaustive = false;
  std::string kind;      ///< "deadlock", "data race", …
  std::string sentence;  ///< What went wrong.
  std::string text;      ///< All of it, with the execution that fails.
};

/// Runs a program through every execution, or so many.
verdict explore(void (*body)(), std::uint64_t most = 10'000'000);

/// A memory order in the answer that is stronger than the promises need, or a
/// wake-up that none of them needs.
struct surplus {
  std::string operation;  ///< "load", "fetch_add", "wake", …
  std::string function;   ///< Where it stands.
  std::uint32_t line = 0;
  std::string order;   ///< As written; empty of a wake-up.
  std::string enough;  ///< What passes as well; "dropped" of a wake-up.
};

/// Weakens each memory order in turn, and drops each wake-up, and runs these
/// programs again, or those of all promises: what all of them survive. Fails
/// the calling test if they fail to begin with.
///
/// @param file Only in files whose path ends so; everywhere if empty.
std::vector<surplus> surpluses(const std::vector<void (*)()>& bodies = {},
                               const std::string& file = {});

/// Whether this is a compare-exchange whose order for success is too strong.
bool too_strong_if_it_succeeds(const surplus& each);

/// The same of its order for failure.
bool too_strong_if_it_fails(const surplus& each);

/// The surpluses over all promises, in words, one a line. For the mutants of a
/// solution, each of which the check must reject.
std::string survivors(const std::string& file = {});

/// Whether a thread sleeps in this program, in some execution, until another
/// wakes it: with that wake-up left out, it hangs.
bool sleeps(void (*body)());

/// Whether this build has the checker.
[[nodiscard]] bool has_checker();

/// The fixture of tests that need the checker.
class Checker : public testing::Test {
 protected:
  void SetUp() override;
};

/// The fixture of tests that reject an answer for what is stronger in it than
/// the promises need: found by weakening each order in turn and running every
/// execution again.
class Weakest : public Checker {
 protected:
  /// Finds it, for all tests of the fixture, by these programs or those of all
  /// promises. Looks for nothing if a test has failed: an order that is too
  /// weak is the first thing to mend.
  static void find(const std::vector<void (*)()>& bodies = {});

  /// Fails the test for what this concerns; `what` and `why` are for the
  /// reader. Of each place the report names the weakest order that passes.
  static void is_needed(const std::string& what, const std::string& why,
                        const std::function<bool(const surplus&)>& concerns);

  /// The same for such an operation in such a function.
  static void is_needed_in(const std::string& function,
                           const std::string& operation,
                           const std::string& why);

 private:
  static inline std::vector<surplus> found_;
};

/// The fixture of tests with real threads. They are skipped if an execution was
/// found already that fails: there is no need to wait until one hangs.
class RealThreads : public testing::Test {
 protected:
  void SetUp() override;
};

}  // namespace judge
