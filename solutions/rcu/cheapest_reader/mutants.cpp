// SPDX-License-Identifier: MIT
#include <atomic>
#include <judge.hpp>
#include <thread>

namespace {

TEST(Mutants, AreRejected) { EXPECT_EQ(judge::survivors(), ""); }

// The other answer, without fences.
void four_in_one_order() {
  std::atomic<bool> reading{false};
  std::atomic<int*> current{new int{1}};
  std::thread reader{[&] {
    reading.store(true, std::memory_order_seq_cst);
    interleave::require(*current.load(std::memory_order_seq_cst) > 0,
                        "a version is read whole");
    reading.store(false, std::memory_order_release);
  }};
  const int* const old =
      current.exchange(new int{2}, std::memory_order_seq_cst);
  while (reading.load(std::memory_order_seq_cst)) std::this_thread::yield();
  delete old;
  reader.join();
  delete current.load(std::memory_order_relaxed);
}

TEST(Mutants, OfTheOtherAnswerAreRejected) {
  for (const judge::surplus& each :
       judge::surpluses({four_in_one_order}, "mutants.cpp")) {
    ADD_FAILURE() << each.operation << " in line " << each.line << ": "
                  << each.enough << " is enough";
  }
}

}  // namespace
