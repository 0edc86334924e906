// SPDX-License-Identifier: MIT
#include <atomic>
#include <cstddef>
#include <judge.hpp>
#include <memory>
#include <remove_if.hpp>
#include <thread>

#include "prompt_domain.hpp"
#include "testing/actor.hpp"

namespace {

using exercise::prompt_domain;
using interleave::require;
using judge::RealThreads;
using numbers = exercise::list<int, prompt_domain>;

bool is_odd(int number) { return number % 2 == 1; }

// What a reader meets, as digits.
int digits(const numbers& list) {
  int met = 0;
  list.for_each([&](int number) { met = met * 10 + number; });
  return met;
}

void fill(numbers& list, int last) {
  for (int number = 1; number <= last; ++number) list.push_back(number);
}

/// One thread alone.
void removes_what_it_should() {
  prompt_domain domain;
  numbers list{domain};
  require(list.remove_if(is_odd) == 0, "there is nothing to remove");
  fill(list, 6);
  require(list.remove_if(is_odd) == 3, "three are odd");
  require(digits(list) == 246, "the others stay");
  list.push_back(1);
  require(digits(list) == 2461, "the list goes on at its end");
  require(list.remove_if([](int number) { return number < 5; }) == 3,
          "three are small");
  require(digits(list) == 6, "the other stays");
  require(list.remove_if([](int /*number*/) { return true; }) == 1,
          "one is left");
  require(digits(list) == 0, "none is left");
}

/// One thread walks while the other removes the first element.
void lets_readers_go_on() {
  prompt_domain domain;
  numbers list{domain};
  fill(list, 2);
  std::thread reader{[&] {
    const int met = digits(list);
    require(met == 12 || met == 2, "what stays is met");
  }};
  list.remove_if(is_odd);
  reader.join();
}

/// One thread walks while the other removes two that stand together, and one
/// that stands alone.
void removes_neighbours_at_once() {
  prompt_domain domain;
  numbers list{domain};
  fill(list, 4);
  std::thread reader{[&] {
    const int met = digits(list);
    require(met == 1234 || met == 123 || met == 34 || met == 3,
            "neighbours go at once");
  }};
  list.remove_if([](int number) { return number != 3; });
  reader.join();
}

/// One thread inserts two and removes the first of them; the other walks.
void hands_over() {
  prompt_domain domain;
  numbers list{domain};
  std::thread writer{[&] {
    fill(list, 2);
    list.remove_if(is_odd);
  }};
  const int met = digits(list);
  require(met == 0 || met == 1 || met == 12 || met == 2, "elements are whole");
  writer.join();
}

/// Two threads remove, some of it the same.
void removes_each_once() {
  prompt_domain domain;
  numbers list{domain};
  fill(list, 3);
  std::size_t theirs = 0;
  std::thread other{
      [&] { theirs = list.remove_if([](int number) { return number <= 2; }); }};
  const std::size_t ours =
      list.remove_if([](int number) { return number >= 2; });
  other.join();
  require(ours + theirs == 3, "each is removed once");
  require(digits(list) == 0, "none is left");
}

// Says that it goes, in the list that it was in.
class mourned;
using mourners = exercise::list<std::unique_ptr<mourned>, prompt_domain>;
class mourned {
 public:
  explicit mourned(mourners& list) : list_{list} {}
  mourned(const mourned&) = delete;
  mourned& operator=(const mourned&) = delete;
  ~mourned() { list_.push_back(nullptr); }

 private:
  mourners& list_;
};

/// An element whose destructor changes the list.
void lets_destructors_use_the_list() {
  prompt_domain domain;
  mourners list{domain};
  list.push_back(std::make_unique<mourned>(list));
  const auto is_someone = [](const auto& each) { return each != nullptr; };
  require(list.remove_if(is_someone) == 1, "there was one");
  int left = 0;
  list.for_each([&](const auto& /*each*/) { ++left; });
  require(left == 1, "it said so");
}

const bool promises = judge::in_every_execution({
    {"RemovesWhatItShould", removes_what_it_should},
    {"LetsReadersGoOn", lets_readers_go_on},
    {"RemovesNeighboursAtOnce", removes_neighbours_at_once},
    {"HandsOver", hands_over},
    {"RemovesEachOnce", removes_each_once},
    {"LetsDestructorsUseTheList", lets_destructors_use_the_list},
});

TEST_F(RealThreads, ReadWhileOthersRemove) {
  prompt_domain domain;
  numbers list{domain};
  list.push_back(0);
  std::atomic<bool> done{false};
  const testing_support::actor writer{[&] {
    for (int round = 0; round < 300; ++round) {
      fill(list, 6);
      list.remove_if(is_odd);
      list.remove_if([](int number) { return number != 0; });
    }
    done = true;
  }};
  while (!done) {
    bool met = false;
    list.for_each([&](int number) { met = met || number == 0; });
    ASSERT_TRUE(met) << "what stays is met";
  }
}

}  // namespace
