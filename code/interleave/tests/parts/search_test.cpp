// SPDX-License-Identifier: MIT
#include "search/search.hpp"

#include <gtest/gtest.h>

#include <set>
#include <vector>

#include "graph/hash.hpp"

namespace interleave::engine {
namespace {

using Program = std::vector<std::vector<Operation>>;

Operation load(LocationId location, Order order = Order::relaxed) {
  Operation op;
  op.location = location;
  op.order = order;
  op.size = 8;
  return op;
}

Operation store(LocationId location, Value value,
                Order order = Order::relaxed) {
  Operation op = load(location, order);
  op.kind = Kind::write;
  op.operand = value;
  return op;
}

Operation add(LocationId location, Value value) {
  Operation op = load(location);
  op.update = Update::add;
  op.operand = value;
  return op;
}

struct Count {
  std::uint64_t complete = 0;
  std::uint64_t blocked = 0;
  std::uint64_t twice = 0;
};

/// Drives the search with straight-line threads: no fibers, no memory.
class Driver {
 public:
  explicit Driver(Program program) : program_{std::move(program)} {}

  Count run() {
    Count count;
    std::set<std::uint64_t> seen;
    do {
      search_.graph().declare(3, 0);
      if (!extend()) {
        continue;
      }
      count.complete += waiting_ ? 0 : 1;
      count.blocked += waiting_ ? 1 : 0;
      count.twice += seen.insert(hash_graph(search_.graph())).second ? 0 : 1;
    } while (search_.next());
    return count;
  }

 private:
  bool extend() {
    waiting_ = false;
    for (ThreadId t = 0; t < program_.size(); ++t) {
      const auto self = static_cast<std::uint16_t>(t);
      Fences fences =
          fences_before(search_.graph(), {self, search_.graph().size(t)});
      std::size_t done = operations_done(t);
      while (done < program_[t].size()) {
        if (search_.graph().size(t) > 0 &&
            search_.graph().last(t).waiting != 0) {
          waiting_ = true;
          break;
        }
        if (!step(t, program_[t][done], fences)) {
          return false;
        }
        ++done;
      }
      waiting_ = waiting_ || (search_.graph().size(t) > 0 &&
                              search_.graph().last(t).waiting != 0);
    }
    return true;
  }

  bool step(ThreadId t, const Operation& op, Fences& fences) {
    switch (op.kind) {
      case Kind::read:
        return search_.add_read(t, op, fences);
      case Kind::write:
        return search_.add_write(t, op, fences);
      case Kind::choice:
        search_.add_choice(t, op, fences);
        return true;
      default:
        search_.add_plain(t, op, 0, fences);
        return true;
    }
  }

  std::size_t operations_done(unsigned t) {
    std::size_t count = 0;
    const Graph& graph = search_.graph();
    for (Index i = 0; i < graph.size(t); ++i) {
      const Event& event = graph.at({static_cast<std::uint16_t>(t), i});
      count += event.rmw && event.op.kind == Kind::write ? 0 : 1;
    }
    return count;
  }

  Program program_;
  Search search_;
  bool waiting_ = false;
};

Count count(const Program& program) { return Driver{program}.run(); }

TEST(Search, StoreBuffering) {
  const Count relaxed = count({{store(0, 1), load(1)}, {store(1, 1), load(0)}});
  EXPECT_EQ(relaxed.complete, 4U);
  EXPECT_EQ(relaxed.twice, 0U);
  const Order sc = Order::seq_cst;
  EXPECT_EQ(
      count({{store(0, 1, sc), load(1, sc)}, {store(1, 1, sc), load(0, sc)}})
          .complete,
      3U);
}

TEST(Search, StoresGoAnywhereInModificationOrder) {
  const Count all =
      count({{store(0, 1), store(1, 2)}, {store(1, 1), store(0, 2)}});
  EXPECT_EQ(all.complete, 4U);
  EXPECT_EQ(all.twice, 0U);
}

TEST(Search, UpdatesAreOrderedInEveryWay) {
  const Count all = count({{add(0, 1)}, {add(0, 1)}, {add(0, 1)}, {add(0, 1)}});
  EXPECT_EQ(all.complete, 24U);
  EXPECT_EQ(all.twice, 0U);
}

TEST(Search, CoherenceOfReads) {
  const Count all = count({{store(0, 1)}, {store(0, 2)}, {load(0), load(0)}});
  EXPECT_EQ(all.complete, 12U);
  EXPECT_EQ(all.twice, 0U);
}

TEST(Search, IndependentReadersOfIndependentWriters) {
  const Count all = count(
      {{store(0, 1)}, {store(1, 1)}, {load(0), load(1)}, {load(1), load(0)}});
  EXPECT_EQ(all.complete, 16U);
  EXPECT_EQ(all.twice, 0U);
}

TEST(Search, ALockIsTakenInTurns) {
  Operation lock = load(0, Order::acquire);
  lock.update = Update::exchange;
  lock.wait = Wait::if_nonzero;
  lock.operand = 1;
  const Operation unlock = store(0, 0, Order::release);
  const Count two = count({{lock, unlock}, {lock, unlock}});
  EXPECT_EQ(two.complete, 2U);
  EXPECT_EQ(two.twice, 0U);
  const Count three = count({{lock, unlock}, {lock, unlock}, {lock, unlock}});
  EXPECT_EQ(three.complete, 6U);
  EXPECT_EQ(three.twice, 0U);
}

TEST(Search, ChoicesMultiply) {
  Operation choice;
  choice.kind = Kind::choice;
  choice.operand = 3;
  const Count all = count({{choice, store(0, 1)}, {load(0), choice}});
  EXPECT_EQ(all.complete, 18U);
  EXPECT_EQ(all.twice, 0U);
}

TEST(Search, AWaitForAStoreIsNoExecutionOfItsOwn) {
  Operation wait = load(0);
  wait.wait = Wait::if_zero;
  const Count all = count({{wait}, {store(0, 1)}});
  EXPECT_EQ(all.complete, 1U);
}

}  // namespace
}  // namespace interleave::engine
