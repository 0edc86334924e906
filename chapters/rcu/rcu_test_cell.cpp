// SPDX-License-Identifier: MIT
// What a cell promises.
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <deque>
#include <memory>
#include <semaphore>
#include <stdexcept>
#include <string>
#include <type_traits>

#include "locksmith/rcu_cell.hpp"
#include "testing/actor.hpp"

namespace rcu_test {

using locksmith::rcu_cell;
using locksmith::rcu_domain;
using testing_support::actor;

static_assert(!std::is_copy_constructible_v<rcu_cell<int>>);
static_assert(!std::is_move_constructible_v<rcu_cell<int>>);
static_assert(!std::is_copy_constructible_v<rcu_cell<int>::snapshot>);

int value_of(const rcu_cell<int>& cell) {
  return cell.read([](const int& n) { return n; });
}

TEST(RcuCell, HoldsWhatItIsGiven) {
  rcu_cell<std::string> cell{"first"};
  EXPECT_EQ(cell.read([](const std::string& s) { return s; }), "first");
  cell.store("second");
  EXPECT_EQ(cell.read(&std::string::size), 6U);
  cell.update([](std::string& s) { s += " and third"; });
  const rcu_cell<std::string>::snapshot seen{cell};
  EXPECT_EQ(*seen, "second and third");
  EXPECT_EQ(seen->size(), 16U);
}

TEST(RcuCell, ASnapshotStaysAsItIs) {
  rcu_domain domain;
  rcu_cell<std::string> cell{"old", domain};
  {
    const rcu_cell<std::string>::snapshot seen{cell};
    for (int n = 0; n < 200; ++n) cell.store("new");
    EXPECT_EQ(*seen, "old");
    EXPECT_EQ(cell.read([](const std::string& s) { return s; }), "new");
  }
  domain.barrier();
}

TEST(RcuCell, NoUpdateIsLost) {
  rcu_domain domain;
  rcu_cell<int> cell{0, domain};
  constexpr int rounds = 5'000;
  const auto add = [&] {
    for (int n = 0; n < rounds; ++n) cell.update([](int& value) { ++value; });
  };
  {
    std::deque<actor> threads;
    for (int n = 0; n < 4; ++n) threads.emplace_back(add);
  }
  EXPECT_EQ(value_of(cell), 4 * rounds);
}

TEST(RcuCell, HoldsWhatCanOnlyBeMoved) {
  rcu_cell<std::unique_ptr<int>> cell{std::make_unique<int>(1)};
  cell.store(std::make_unique<int>(2));
  EXPECT_EQ(cell.read([](const std::unique_ptr<int>& p) { return *p; }), 2);
}

TEST(RcuCell, MayUpdateWhileItIsRead) {
  rcu_domain domain;
  rcu_cell<int> cell{1, domain};
  const rcu_cell<int>::snapshot seen{cell};
  cell.update([](int& n) { n = 2; });
  EXPECT_EQ(*seen, 1);
  EXPECT_EQ(value_of(cell), 2);
}

// Throws from its copy constructor on demand, and counts itself.
class fragile {
 public:
  fragile() { ++alive; }
  fragile(fragile&& other) noexcept : value{other.value} { ++alive; }
  fragile(const fragile& other) : value{other.value} {
    if (throws) throw std::runtime_error{"copied"};
    ++alive;
  }
  fragile& operator=(const fragile&) = delete;
  ~fragile() { --alive; }

  int value = 1;
  static inline bool throws = false;
  static inline int alive = 0;
};

TEST(RcuCell, PublishesNothingIfTheCopyThrows) {
  {
    rcu_domain domain;
    rcu_cell<fragile> cell{fragile{}, domain};
    fragile::throws = true;
    EXPECT_THROW(cell.update([](fragile& f) { f.value = 2; }),
                 std::runtime_error);
    fragile::throws = false;
    EXPECT_EQ(cell.read([](const fragile& f) { return f.value; }), 1);
    EXPECT_EQ(fragile::alive, 1);
    domain.synchronize();  // no section has stayed open
  }
  EXPECT_EQ(fragile::alive, 0);
}

TEST(RcuCell, PublishesNothingIfTheFunctionThrows) {
  {
    rcu_domain domain;
    rcu_cell<fragile> cell{fragile{}, domain};
    EXPECT_THROW(cell.update([](fragile& f) {
      f.value = 2;
      throw std::runtime_error{"no"};
    }),
                 std::runtime_error);
    EXPECT_THROW(cell.read([](const fragile&) -> int {
      throw std::runtime_error{"no"};
    }),
                 std::runtime_error);
    EXPECT_EQ(cell.read([](const fragile& f) { return f.value; }), 1);
    domain.synchronize();
  }
  EXPECT_EQ(fragile::alive, 0);
}

// Each number of a version says which one it is; a reader that sees two
// versions at once, or memory that has been freed, finds another in it.
class version {
 public:
  explicit version(int n = 0) { set(n); }
  ~version() { set(-1); }
  version(const version&) = default;
  version& operator=(const version&) = default;

  void set(int n) { numbers_.fill(n); }
  [[nodiscard]] int number() const { return numbers_[0]; }
  [[nodiscard]] bool whole() const {
    for (const int n : numbers_) {
      if (n != numbers_[0]) return false;
    }
    return numbers_[0] >= 0;
  }

 private:
  std::array<int, 32> numbers_;
};

TEST(RcuCellStress, ReadersSeeVersionsWholeAndInOrder) {
  rcu_domain domain;
  rcu_cell<version> cell{version{}, domain};
  std::atomic<bool> done{false};
  std::atomic<int> wrong{0};
  {
    std::deque<actor> readers;
    for (int n = 0; n < 2; ++n) {
      readers.emplace_back([&] {
        int last = 0;
        while (!done.load(std::memory_order_relaxed)) {
          const rcu_cell<version>::snapshot seen{cell};
          if (!seen->whole() || seen->number() < last) ++wrong;
          last = seen->number();
        }
      });
    }
    std::deque<actor> writers;
    for (int n = 0; n < 2; ++n) {
      writers.emplace_back([&] {
        for (int round = 0; round < 10'000; ++round) {
          cell.update([](version& v) { v.set(v.number() + 1); });
          if (round % 1'000 == 0) domain.synchronize();
        }
      });
    }
    writers.clear();
    done = true;
  }
  EXPECT_EQ(wrong, 0);
  EXPECT_EQ(cell.read(&version::number), 20'000);
}

}  // namespace rcu_test
