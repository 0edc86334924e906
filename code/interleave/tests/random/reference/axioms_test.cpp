// SPDX-License-Identifier: MIT
//
// Executions made by hand, each refused or allowed by one rule.
#include <gtest/gtest.h>

#include "execution.hpp"

namespace {

using namespace reference;

/// Location 0 and 1 start with events 0 and 1; others follow in the order of
/// their threads.
class sketch {
 public:
  sketch() : graph_{{}, {{0}, {1}}} {
    for (const int place : {0, 1}) {
      add({true, false, true, -1, place, order::plain, 0, -1});
    }
  }
  int write(int thread, int place, order strength) {
    const int number = add({true, false, true, thread, place, strength, 1, -1});
    graph_.modifications.at(static_cast<std::size_t>(place)).push_back(number);
    return number;
  }
  int read(int thread, int place, order strength, int source) {
    return add({true, true, false, thread, place, strength, 0, source});
  }
  int modify(int thread, int place, order strength, int source) {
    const int number = write(thread, place, strength);
    graph_.events.back().reads = true;
    graph_.events.back().reads_from = source;
    return number;
  }
  int fence(int thread, order strength) {
    return add({true, false, false, thread, -1, strength, 0, -1});
  }
  [[nodiscard]] const execution& graph() const { return graph_; }

 private:
  int add(const event& e) {
    graph_.events.push_back(e);
    return static_cast<int>(graph_.events.size()) - 1;
  }
  execution graph_;
};

bool stale_message(order store, order load) {
  sketch s;
  s.write(0, 0, order::relaxed);
  const int flag = s.write(0, 1, store);
  s.read(1, 1, load, flag);
  s.read(1, 0, order::relaxed, 0);
  return consistent(s.graph());
}

TEST(Axioms, MessagePassingNeedsBothSides) {
  EXPECT_FALSE(stale_message(order::release, order::acquire));
  EXPECT_FALSE(stale_message(order::release, order::consume));
  EXPECT_TRUE(stale_message(order::relaxed, order::acquire));
  EXPECT_TRUE(stale_message(order::release, order::relaxed));
}

TEST(Axioms, ReleaseSequencesGoThroughModificationsOnly) {
  for (const bool modification : {true, false}) {
    sketch s;
    s.write(0, 0, order::relaxed);
    const int head = s.write(0, 1, order::release);
    const int last = modification ? s.modify(0, 1, order::relaxed, head)
                                  : s.write(0, 1, order::relaxed);
    s.read(1, 1, order::acquire, last);
    s.read(1, 0, order::relaxed, 0);
    EXPECT_EQ(consistent(s.graph()), !modification);
  }
}

TEST(Axioms, NothingComesBetweenTheHalvesOfAModification) {
  sketch s;
  s.write(0, 0, order::relaxed);
  s.modify(1, 0, order::relaxed, 0);
  EXPECT_FALSE(consistent(s.graph()));
}

TEST(Axioms, ReadsOfOneThreadDoNotGoBack) {
  sketch s;
  const int one = s.write(0, 0, order::relaxed);
  s.read(1, 0, order::relaxed, one);
  s.read(1, 0, order::relaxed, 0);
  EXPECT_FALSE(consistent(s.graph()));
}

TEST(Axioms, LoadBufferingIsRefused) {
  sketch s;
  s.read(0, 0, order::relaxed, 5);
  s.write(0, 1, order::relaxed);
  s.read(1, 1, order::relaxed, 3);
  s.write(1, 0, order::relaxed);
  EXPECT_FALSE(consistent(s.graph()));
}

bool store_buffering(order access, bool fences) {
  sketch s;
  for (const int thread : {0, 1}) {
    s.write(thread, thread, access);
    if (fences) {
      s.fence(thread, order::seq_cst);
    }
    s.read(thread, 1 - thread, access, 1 - thread);
  }
  return consistent(s.graph());
}

TEST(Axioms, StoreBufferingNeedsSequentialConsistency) {
  EXPECT_FALSE(store_buffering(order::seq_cst, false));
  EXPECT_FALSE(store_buffering(order::relaxed, true));
  EXPECT_TRUE(store_buffering(order::acq_rel, false));
}

TEST(Axioms, ARaceNeedsAPlainAccessAndNoOrder) {
  const auto race = [](order data, order flag) {
    sketch s;
    s.write(0, 0, data);
    const int ready = s.write(0, 1, flag);
    s.read(1, 1, order::acquire, ready);
    s.read(1, 0, data, 2);
    EXPECT_TRUE(consistent(s.graph()));
    return racy(s.graph());
  };
  EXPECT_TRUE(race(order::plain, order::relaxed));
  EXPECT_FALSE(race(order::plain, order::release));
  EXPECT_FALSE(race(order::relaxed, order::relaxed));
}

}  // namespace
