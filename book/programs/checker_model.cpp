// SPDX-License-Identifier: MIT
// What the page on the checker shows.
#include <gtest/gtest.h>

#include <atomic>
#include <interleave/interleave.hpp>
#include <optional>
#include <string>
#include <thread>

#include "mailbox.hpp"
#include "testing/executions.hpp"

namespace {

// [body]
template <class Mailbox>
void delivers() {
  Mailbox mailbox;
  std::thread sender{[&] { mailbox.put(42); }};
  const std::optional<int> letter = mailbox.take();
  if (letter) interleave::require(*letter == 42, "the letter is whole");
  sender.join();
}
// [/body]

// [test]
TEST(Mailbox, Delivers) {
  const interleave::Result result = interleave::explore(delivers<mailbox>);
  EXPECT_TRUE(result.ok()) << result;  // prints the execution that breaks it
}
// [/test]

TEST(WrongSteps, HastyMailbox) {
  testing_support::breaks("hasty_mailbox", delivers<hasty_mailbox>,
                          interleave::FailureKind::race);
}

TEST(Orders, Mailbox) {
  testing_support::needs_its_orders("programs/mailbox.hpp",
                                    {delivers<mailbox>});
}

// [outcomes]
template <std::memory_order order>
void each_looks_for_the_other() {
  std::atomic<int> here{0};
  std::atomic<int> there{0};
  std::string seen;
  std::thread other{[&] {
    there.store(1, order);
    seen = std::to_string(here.load(order));
  }};
  here.store(1, order);
  const int saw = there.load(order);
  other.join();
  interleave::observe(std::to_string(saw) + " and " + seen);
}
// [/outcomes]

TEST(Outcomes, Relaxed) {
  testing_support::comes_to("looks_relaxed",
                            each_looks_for_the_other<std::memory_order_relaxed>,
                            {"0 and 0", "0 and 1", "1 and 0", "1 and 1"});
}

TEST(Outcomes, SequentiallyConsistent) {
  testing_support::comes_to("looks_seq_cst",
                            each_looks_for_the_other<std::memory_order_seq_cst>,
                            {"0 and 1", "1 and 0", "1 and 1"});
}

}  // namespace
